package io.dawsos.persistence;

import static io.dawsos.persistence.Samples.SYSTEM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dawsos.domain.corporateaction.Announcement;
import io.dawsos.domain.corporateaction.CorporateEvent;
import io.dawsos.domain.corporateaction.CorporateEvents;
import io.dawsos.domain.execution.ExecutionLog;
import io.dawsos.domain.identity.UserId;
import io.dawsos.domain.ledger.Portfolio;
import io.dawsos.domain.ledger.Security;
import io.dawsos.domain.ledger.Universe;
import io.dawsos.domain.money.CurrencyCode;
import io.dawsos.domain.pricing.CurrencyPair;
import io.dawsos.domain.pricing.MarketData;
import io.dawsos.domain.pricing.PricingPacks;
import io.dawsos.domain.pricing.UniverseRemoval;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AppendOnlyTest {

    private static TestStore store;

    @BeforeAll
    static void open() {
        store = TestStore.open();
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @BeforeEach
    void fill() {
        store.empty();
        UserId user = Samples.user(store);
        fill(user, Universe.REAL);
        fill(user, Universe.SIMULATED);
    }

    private static void fill(UserId user, Universe universe) {
        Portfolio portfolio = Samples.portfolio(store, user, universe);
        Samples.deposit(store, portfolio, "100.00");
        Security security = Samples.security(store, universe);
        store.port(MarketData.class).record(SYSTEM, universe, "test", sink -> {
            sink.price(security.id(), Samples.DATE, Samples.decimal("1.50"));
            sink.rate(
                    new CurrencyPair(CurrencyCode.of("USD"), CurrencyCode.of("CAD")),
                    Samples.DATE,
                    Samples.decimal("1.35"));
            sink.macro("DGS3MO", Samples.DATE, Samples.decimal("4.2"));
        });
        store.port(CorporateEvents.class)
                .record(
                        SYSTEM,
                        universe,
                        "test",
                        List.of(new Announcement(
                                new CorporateEvent.Split(
                                        security.id(), Samples.DATE, "", Samples.decimal("2"), Samples.decimal("1")),
                                true)));
        store.port(PricingPacks.class).build(universe, Optional.empty());
        store.port(ExecutionLog.class)
                .append(
                        SYSTEM,
                        List.of(Samples.run(user, Instant.parse("2026-03-02T12:00:00Z"), Optional.of(portfolio.id()))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "revisions",
                "securities",
                "security_versions",
                "price_observations",
                "fx_observations",
                "macro_observations",
                "corporate_events",
                "pricing_packs",
                "portfolios",
                "ledger_commits",
                "ledger_entries",
                "executions",
                "executions_rest",
                "audit"
            })
    void history_is_not_updated_deleted_or_truncated(String table) throws SQLException {
        String column = store.sql("select column_name from information_schema.columns where table_name = '" + table
                        + "' and table_schema = current_schema() and is_identity = 'NO' limit 1")
                .get(0);
        String before = store.sql(SYSTEM, "select count(*) from " + table).get(0);
        for (String change : List.of(
                "update " + table + " set " + column + " = " + column,
                "delete from " + table,
                "truncate " + table + " cascade")) {
            assertThatThrownBy(() -> store.sql(SYSTEM, change))
                    .as(change)
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("23001"));
        }
        assertThat(store.sql(SYSTEM, "select count(*) from " + table)).containsExactly(before);
    }

    @Test
    void every_table_is_guarded_but_users_open_keys_and_the_journal_of_migrations() throws SQLException {
        assertThat(store.sql("select c.relname from pg_class c where c.relnamespace = current_schema()::regnamespace"
                        + " and c.relkind in ('r', 'p') and not exists (select from pg_trigger t where t.tgrelid = c.oid"
                        + " and t.tgname = 'append_only') order by 1"))
                .containsExactly("flyway_schema_history", "idempotency_keys", "users");
    }

    @Test
    void the_simulated_universe_is_erased_whole_with_a_line_in_the_audit_and_the_real_one_stays() throws SQLException {
        long gone = store.port(UniverseRemoval.class).remove(Samples.SYSTEM, Universe.SIMULATED);
        // Portfolio, commit, entry, run; pack, price, rate, macro value, event, version, security, three revisions.
        assertThat(gone).isEqualTo(14);
        for (String table :
                List.of("portfolios", "securities", "fx_observations", "macro_observations", "pricing_packs")) {
            assertThat(store.sql(SYSTEM, "select distinct universe from " + table))
                    .as(table)
                    .containsExactly("real");
        }
        for (String table : List.of(
                "ledger_commits",
                "ledger_entries",
                "executions",
                "price_observations",
                "corporate_events",
                "security_versions")) {
            assertThat(store.sql(SYSTEM, "select count(*) from " + table))
                    .as(table)
                    .containsExactly("1");
        }
        assertThat(store.sql(
                        SYSTEM,
                        "select scope || ' ' || action || ' ' || subject from audit where action like '%universe'"))
                .containsExactly("system:test erase universe simulated: 14 rows");
        assertThatThrownBy(() -> store.sql(SYSTEM, "delete from portfolios")).isInstanceOf(SQLException.class);
    }

    @Test
    void the_real_universe_is_never_erased() throws SQLException {
        assertThatThrownBy(() -> store.port(UniverseRemoval.class).remove(SYSTEM, Universe.REAL))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.sql(SYSTEM, "select erase_universe('real', 'test')"))
                .hasMessageContaining("is not erased");
        assertThat(store.sql(SYSTEM, "select count(*) from portfolios where universe = 'real'"))
                .containsExactly("1");
    }

    @Test
    void the_numbers_of_erased_revisions_are_not_given_again() throws SQLException {
        long last =
                Long.parseLong(store.sql("select max(number) from revisions").get(0));
        store.port(UniverseRemoval.class).remove(SYSTEM, Universe.SIMULATED);
        Samples.security(store, Universe.REAL);
        assertThat(Long.parseLong(store.sql("select max(number) from revisions").get(0)))
                .isGreaterThan(last);
    }
}
