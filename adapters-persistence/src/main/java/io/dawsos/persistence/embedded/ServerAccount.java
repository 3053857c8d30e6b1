package io.dawsos.persistence.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.stream.Stream;

/**
 * How the server runs without the rights of root, which it refuses.
 *
 * <p>A plain user runs it as it is. Root runs it in a user namespace of its own, where files stay root's; where the host forbids
 * such namespaces, as the unprivileged user 65534, who then owns the data.
 *
 * @param prefix what stands before the server's command
 * @param ownsData whether the data must belong to the unprivileged user
 */
record ServerAccount(List<String> prefix, boolean ownsData) {

    private static final String NOBODY = "65534";
    private static final int SECONDS = 10;

    /** Finds the way that works here. */
    static ServerAccount find() throws IOException {
        if (!HostCommand.run(List.of("id", "-u"), "", SECONDS).equals("0")) {
            return new ServerAccount(List.of(), false);
        }
        if (namespacesWork()) {
            return new ServerAccount(List.of("unshare", "-U"), false);
        }
        return unprivileged();
    }

    /** The way through the unprivileged user. */
    static ServerAccount unprivileged() {
        return new ServerAccount(List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"), true);
    }

    private static boolean namespacesWork() {
        try {
            return !HostCommand.run(List.of("unshare", "-U", "id", "-u"), "", SECONDS)
                    .equals("0");
        } catch (IOException e) {
            return false;
        }
    }

    /** Gives files to the account that the server runs in. */
    void giveFiles(Path... files) throws IOException {
        if (!ownsData) {
            return;
        }
        List<String> command = Stream.concat(
                        Stream.of("chown", "-R", NOBODY + ":" + NOBODY),
                        Stream.of(files).map(Path::toString))
                .toList();
        HostCommand.run(command, "", SECONDS);
    }

    /** Refuses a home that the account can't reach. */
    void requireReachable(Path home) throws IOException {
        if (!ownsData) {
            return;
        }
        for (Path folder = home; folder != null; folder = folder.getParent()) {
            if (!Files.getPosixFilePermissions(folder).contains(PosixFilePermission.OTHERS_EXECUTE)) {
                throw new EmbeddedPostgresException(
                        "the database can't run as root, and the unprivileged user can't reach " + folder
                                + "; choose another --data directory, such as /var/lib/dawsos, or chmod o+x it");
            }
        }
    }
}
