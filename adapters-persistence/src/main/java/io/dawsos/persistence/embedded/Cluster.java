package io.dawsos.persistence.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * The data directory of the server: made whole or not at all, with checksums, a superuser that nobody logs in as over the pool,
 * and the role {@code dawsos}, which row-level security binds.
 *
 * @param data the data directory
 * @param password the password of the role {@code dawsos}
 */
record Cluster(Path data, String password) {

    static final String USER = "dawsos";
    static final String DATABASE = "dawsos";
    private static final int PASSWORD_BYTES = 24;
    private static final int SECONDS = 120;

    /** Opens the data directory of a home; makes it if there is none. */
    static Cluster open(Path home, Path binaries, ServerAccount account) throws IOException {
        Path data = home.resolve("data");
        Path passwordFile = home.resolve("password");
        if (!Files.exists(data)) {
            create(home, data, passwordFile, binaries, account);
        }
        requireSameMajor(data, binaries);
        if (!Files.exists(passwordFile)) {
            throw new EmbeddedPostgresException(passwordFile + " is missing; restore it from the backup of " + home);
        }
        return new Cluster(data, Files.readString(passwordFile).strip());
    }

    private static void create(Path home, Path data, Path passwordFile, Path binaries, ServerAccount account)
            throws IOException {
        String password = newPassword();
        Path fresh = home.resolve("data.new");
        DirectoryTree.delete(fresh);
        Path superuserPassword = home.resolve("superuser.new");
        write(superuserPassword, newPassword());
        Files.createDirectory(fresh);
        Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwx------"));
        account.giveFiles(fresh, superuserPassword);
        List<String> initdb = new ArrayList<>(account.prefix());
        initdb.addAll(List.of(
                binaries.resolve("bin/initdb").toString(),
                "-D",
                fresh.toString(),
                "-U",
                "postgres",
                "-A",
                "scram-sha-256",
                "--pwfile",
                superuserPassword.toString(),
                "-E",
                "UTF8",
                "--locale=C.UTF-8",
                "--data-checksums",
                "--no-instructions"));
        HostCommand.run(initdb, "", SECONDS);
        Files.delete(superuserPassword);
        makeRole(fresh, binaries, account, password);
        Files.deleteIfExists(passwordFile);
        write(passwordFile, password);
        Files.move(fresh, data, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Makes role and database in single-user mode, so that no connection with a superuser's rights ever exists. */
    private static void makeRole(Path data, Path binaries, ServerAccount account, String password) throws IOException {
        List<String> single = new ArrayList<>(account.prefix());
        single.addAll(List.of(
                binaries.resolve("bin/postgres").toString(), "--single", "-j", "-D", data.toString(), "postgres"));
        String statements = "create role " + USER + " login nosuperuser nocreatedb nocreaterole nobypassrls password '"
                + password + "';\n\ncreate database " + DATABASE + " owner " + USER + ";\n\n";
        String output = HostCommand.run(single, statements, SECONDS);
        if (output.contains("ERROR") || output.contains("FATAL")) {
            throw new IOException("can't make the database role: " + output);
        }
    }

    private static void requireSameMajor(Path data, Path binaries) throws IOException {
        Path version = data.resolve("PG_VERSION");
        if (!Files.exists(version)) {
            throw new EmbeddedPostgresException(
                    data + " holds no PostgreSQL data; move it away, or choose another --data directory");
        }
        String found = Files.readString(version).strip();
        String ours = HostCommand.run(List.of(binaries.resolve("bin/postgres").toString(), "--version"), "", SECONDS)
                .replaceAll("\\D*(\\d+)\\..*", "$1");
        if (!found.equals(ours)) {
            throw new EmbeddedPostgresException("the data in " + data + " was made by PostgreSQL " + found
                    + ", this DawsOS brings PostgreSQL " + ours
                    + "; run the DawsOS that made it and export, or serve it with PostgreSQL " + found
                    + " and set DATABASE_URL");
        }
    }

    private static String newPassword() {
        byte[] bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static void write(Path file, String text) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, text);
    }

    @Override
    public String toString() {
        return data.toString();
    }
}
