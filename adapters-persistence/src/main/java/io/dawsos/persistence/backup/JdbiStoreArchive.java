package io.dawsos.persistence.backup;

import io.dawsos.application.backup.StoreArchive;
import io.dawsos.domain.identity.AccessScope;
import io.dawsos.persistence.pool.Database;
import io.dawsos.persistence.pool.LocalWrites;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.jdbi.v3.core.Handle;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyInputStream;
import org.postgresql.copy.PGCopyOutputStream;

/**
 * The whole database as a ZIP file: an entry {@code header}, then one entry for each table in COPY's text form, each after those
 * that it refers to, then an entry {@code sums} with the rows and the SHA-256 of each table. A file without sums is not whole.
 *
 * <p>Reading is one transaction that sees one snapshot; restoring is one transaction. While it restores, row-level security does not
 * hold for the owner of the tables, since COPY can't fill tables under it; nobody else sees them before the transaction ends, and
 * then it holds again.
 */
public final class JdbiStoreArchive implements StoreArchive {

    private static final AccessScope SCOPE = AccessScope.system("backup");
    private static final String HEADER = "header";
    private static final String SUMS = "sums";
    private static final Set<String> FROM_THE_FIRST_START = Set.of("users", "pattern_versions");
    private static final int BUFFER = 1 << 16;

    private final Database database;
    private final LocalWrites writes;

    @Inject
    JdbiStoreArchive(Database database, LocalWrites writes) {
        this.database = database;
        this.writes = writes;
    }

    @Override
    public Copied write(OutputStream out) throws IOException {
        try {
            return database.inSnapshot(SCOPE, handle -> write(handle, out));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static Copied write(Handle handle, OutputStream out) throws SQLException {
        List<StoredTable> tables =
                StoredTable.NAMES.stream().map(name -> table(handle, name)).toList();
        StringBuilder sums = new StringBuilder();
        long rows = 0;
        try {
            ZipOutputStream zip = new ZipOutputStream(out);
            entry(zip, HEADER, new ArchiveHeader(schema(handle), months(handle), tables).bytes());
            for (StoredTable table : tables) {
                zip.putNextEntry(new ZipEntry(table.name()));
                DigestOutputStream digest = new DigestOutputStream(zip, sha256());
                long copied = copyOut(handle, table, digest);
                zip.closeEntry();
                rows += copied;
                sums.append(sum(table, copied, digest.getMessageDigest()));
            }
            entry(zip, SUMS, sums.toString().getBytes(StandardCharsets.UTF_8));
            zip.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Copied(tables.size(), rows);
    }

    private static void entry(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    private static String sum(StoredTable table, long rows, MessageDigest digest) {
        return table.name() + " " + rows + " " + HexFormat.of().formatHex(digest.digest()) + "\n";
    }

    private static long copyOut(Handle handle, StoredTable table, OutputStream to) throws SQLException, IOException {
        PGCopyInputStream rows = new PGCopyInputStream(connection(handle), table.copyOut());
        rows.transferTo(to);
        long copied = rows.getHandledRowCount();
        rows.close();
        return copied;
    }

    private static long copyIn(Handle handle, StoredTable table, InputStream from) throws SQLException, IOException {
        PGCopyOutputStream rows = new PGCopyOutputStream(connection(handle), table.copyIn(), BUFFER);
        try {
            from.transferTo(rows);
            return rows.endCopy();
        } finally {
            if (rows.isActive()) {
                rows.cancelCopy();
            }
        }
    }

    private static PGConnection connection(Handle handle) throws SQLException {
        return handle.getConnection().unwrap(PGConnection.class);
    }

    private static StoredTable table(Handle handle, String name) {
        return new StoredTable(
                name,
                handle.createQuery("select attname from pg_attribute where attrelid = cast(:name as regclass)"
                                + " and attnum > 0 and not attisdropped order by attnum")
                        .bind("name", name)
                        .mapTo(String.class)
                        .list());
    }

    private static String schema(Handle handle) {
        return handle.createQuery("select version from flyway_schema_history where version is not null and success"
                        + " order by installed_rank desc limit 1")
                .mapTo(String.class)
                .one();
    }

    private static List<LocalDate> months(Handle handle) {
        return handle.createQuery("select distinct cast(date_trunc('month', started_at at time zone 'UTC') as date)"
                        + " as month from executions order by month")
                .mapTo(LocalDate.class)
                .list();
    }

    @Override
    public Copied restore(InputStream in) throws IOException {
        try {
            return writes.counted(() -> database.inBulk(SCOPE, handle -> restore(handle, in)));
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof ZipException || e.getCause() instanceof java.io.EOFException) {
                throw new RefusedException(
                        "the backup is damaged or cut off: " + e.getCause().getMessage());
            }
            throw e.getCause();
        }
    }

    private static Copied restore(Handle handle, InputStream in) throws SQLException {
        try {
            ZipInputStream zip = new ZipInputStream(in);
            ArchiveHeader header = ArchiveHeader.parse(content(zip, HEADER));
            requireFitting(handle, header);
            requireEmpty(handle);
            header.months()
                    .forEach(month -> handle.createQuery("select cast(executions_partition(:month) as text)")
                            .bind("month", month)
                            .mapTo(String.class)
                            .one());
            StoredTable.NAMES.forEach(name -> handle.execute("alter table " + name + " no force row level security"));
            clear(handle);
            List<String> sums = new ArrayList<>();
            long rows = 0;
            for (StoredTable table : header.tables()) {
                next(zip, table.name());
                DigestInputStream digest = new DigestInputStream(zip, sha256());
                long copied = copyIn(handle, table, digest);
                rows += copied;
                sums.add(sum(table, copied, digest.getMessageDigest()));
            }
            if (!String.join("", sums).equals(new String(content(zip, SUMS), StandardCharsets.UTF_8))) {
                throw new RefusedException("the backup is damaged: its sums are not those of its tables");
            }
            secured(handle);
            continueNumbers(handle);
            handle.createUpdate("insert into audit (scope, action, subject) values (:scope, 'restore backup', :rows)")
                    .bind("scope", Database.setting(SCOPE))
                    .bind("rows", rows + " rows")
                    .execute();
            return new Copied(header.tables().size(), rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] content(ZipInputStream zip, String name) throws IOException {
        next(zip, name);
        return zip.readAllBytes();
    }

    private static void next(ZipInputStream zip, String name) throws IOException {
        ZipEntry entry = zip.getNextEntry();
        if (entry == null || !entry.getName().equals(name)) {
            throw new RefusedException("this is not a whole backup: expected its part \"" + name + "\", found "
                    + (entry == null ? "its end" : "\"" + entry.getName() + "\""));
        }
    }

    private static void requireFitting(Handle handle, ArchiveHeader header) {
        String schema = schema(handle);
        if (!header.schema().equals(schema)) {
            throw new RefusedException("the backup is of schema " + header.schema() + " and this program has " + schema
                    + ": restore it with the version that made it, then start this one on it");
        }
        List<StoredTable> expected =
                StoredTable.NAMES.stream().map(name -> table(handle, name)).toList();
        if (!header.tables().equals(expected)) {
            throw new RefusedException("the backup is damaged: its tables are not those of schema " + schema);
        }
    }

    /** Removes what the first start of an installation stores by itself: its owner, and the patterns that ship with it. */
    private static void clear(Handle handle) {
        handle.execute("delete from users");
        handle.execute("set local app.erasure = 'on'");
        handle.execute("delete from pattern_versions");
        handle.execute("set local app.erasure = 'off'");
    }

    private static void requireEmpty(Handle handle) {
        for (String name : StoredTable.NAMES) {
            if (FROM_THE_FIRST_START.contains(name)) {
                continue;
            }
            boolean filled = handle.createQuery("select exists (select from " + name + ")")
                    .mapTo(Boolean.class)
                    .one();
            if (filled) {
                throw new RefusedException("this installation is in use (it has " + name
                        + "): restore into an empty data directory or database");
            }
        }
    }

    private static void secured(Handle handle) {
        StoredTable.NAMES.forEach(name -> {
            boolean guarded = handle.createQuery(
                            "select relrowsecurity from pg_class where oid = cast(:name as regclass)")
                    .bind("name", name)
                    .mapTo(Boolean.class)
                    .one();
            if (guarded) {
                handle.execute("alter table " + name + " force row level security");
            }
        });
    }

    /** New rows get numbers after those of the restored ones. */
    private static void continueNumbers(Handle handle) {
        number(handle, "select setval('revision_numbers', max(number)) from revisions having count(*) > 0");
        for (String[] column :
                new String[][] {{"audit", "id"}, {"portfolios", "added"}, {"pattern_activations", "number"}}) {
            number(
                    handle,
                    "select setval(pg_get_serial_sequence('" + column[0] + "', '" + column[1] + "'), max(" + column[1]
                            + ")) from " + column[0] + " having count(*) > 0");
        }
    }

    private static void number(Handle handle, String sql) {
        handle.createQuery(sql).mapTo(Long.class).findOne();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
