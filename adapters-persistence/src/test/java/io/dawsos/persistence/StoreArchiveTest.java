package io.dawsos.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dawsos.application.backup.StoreArchive;
import io.dawsos.application.backup.StoreArchive.Copied;
import io.dawsos.application.backup.StoreArchive.RefusedException;
import io.dawsos.domain.ledger.Portfolio;
import io.dawsos.domain.ledger.Universe;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A copy of the store holds every table, and row-level security holds again after it was restored. */
class StoreArchiveTest {

    private static TestStore from;
    private static TestStore to;

    @BeforeAll
    static void open() {
        from = TestStore.open();
        to = TestStore.open();
    }

    @AfterAll
    static void close() {
        from.close();
        to.close();
    }

    private static byte[] archive() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        from.port(StoreArchive.class).write(out);
        return out.toByteArray();
    }

    @Test
    void a_table_that_a_migration_adds_is_not_forgotten() throws Exception {
        List<String> parts = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.add(entry.getName());
            }
        }
        List<String> stored = from.sql(
                "select c.relname from pg_class c where c.relnamespace = current_schema()::regnamespace"
                        + " and c.relkind in ('r', 'p') and not c.relispartition and c.relname <> 'flyway_schema_history'");
        assertThat(stored).hasSizeGreaterThan(10);
        assertThat(parts.subList(1, parts.size() - 1)).containsExactlyInAnyOrderElementsOf(stored);
    }

    @Test
    void after_a_restore_rows_are_there_and_guarded() throws Exception {
        from.empty();
        to.empty();
        Portfolio portfolio = Samples.portfolio(from, Samples.user(from), Universe.REAL);
        Samples.deposit(from, portfolio, "100.00");
        byte[] archive = archive();
        Copied copied = to.port(StoreArchive.class).restore(new ByteArrayInputStream(archive));
        assertThat(copied.rows()).isGreaterThanOrEqualTo(4);
        String rows = "select count(*) from ledger_entries";
        assertThat(to.sql(rows)).containsExactly("0");
        assertThat(to.sql(Samples.SYSTEM, rows)).containsExactly("1");
        assertThat(to.sql("select relname from pg_class where relnamespace = current_schema()::regnamespace"
                        + " and relrowsecurity and not relforcerowsecurity"))
                .isEmpty();
        assertThatThrownBy(() -> to.port(StoreArchive.class).restore(new ByteArrayInputStream(archive)))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("in use");
    }
}
