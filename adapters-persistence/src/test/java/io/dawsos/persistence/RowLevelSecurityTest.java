package io.dawsos.persistence;

import static io.dawsos.persistence.Samples.SYSTEM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dawsos.domain.execution.ContextPinning;
import io.dawsos.domain.execution.ExecutionLog;
import io.dawsos.domain.execution.ExecutionRecord;
import io.dawsos.domain.execution.PinRequest;
import io.dawsos.domain.identity.AccessScope;
import io.dawsos.domain.identity.UserId;
import io.dawsos.domain.ledger.Ledger;
import io.dawsos.domain.ledger.LedgerCommit;
import io.dawsos.domain.ledger.LedgerDigest;
import io.dawsos.domain.ledger.Portfolio;
import io.dawsos.domain.ledger.PortfolioId;
import io.dawsos.domain.ledger.PortfolioNotFoundException;
import io.dawsos.domain.ledger.Portfolios;
import io.dawsos.domain.ledger.Universe;
import io.dawsos.domain.money.CurrencyCode;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowLevelSecurityTest {

    private static TestStore store;
    private static Portfolio portfolio;
    private static LedgerCommit head;
    private static ExecutionRecord run;
    private static AccessScope owner;
    private static AccessScope stranger;

    @BeforeAll
    static void open() {
        store = TestStore.open();
        UserId user = Samples.user(store);
        owner = AccessScope.of(user);
        stranger = AccessScope.of(Samples.user(store));
        portfolio = Samples.portfolio(store, user, Universe.REAL);
        head = Samples.deposit(store, portfolio, "100.00");
        run = Samples.run(user, Instant.parse("2026-03-02T12:00:00Z"), Optional.of(portfolio.id()));
        store.port(ExecutionLog.class).append(SYSTEM, List.of(run));
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "portfolios",
                "ledger_commits",
                "ledger_entries",
                "executions",
                "executions_rest",
                "executions_2026_03",
                "users",
                "audit"
            })
    void without_a_scope_there_are_no_rows(String table) throws SQLException {
        String name = store.sql("select to_regclass('" + table + "')").get(0);
        if (name != null) {
            assertThat(store.sql("select count(*) from " + table)).containsExactly("0");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"portfolios", "ledger_commits", "ledger_entries", "executions", "users"})
    void the_owner_has_rows_and_another_user_has_none(String table) throws SQLException {
        assertThat(store.sql(owner, "select count(*) from " + table)).containsExactly("1");
        String others = table.equals("users") ? "1" : "0";
        assertThat(store.sql(stranger, "select count(*) from " + table)).containsExactly(others);
    }

    @Test
    void the_parts_of_the_log_show_nothing_even_to_the_system() throws SQLException {
        List<String> parts =
                store.sql("select inhrelid::regclass from pg_inherits where inhparent = 'executions'::regclass");
        assertThat(parts).hasSizeGreaterThan(12);
        for (String part : parts) {
            assertThat(store.sql(SYSTEM, "select count(*) from " + part)).containsExactly("0");
        }
    }

    @Test
    void without_a_scope_nothing_is_inserted() {
        String id = UUID.randomUUID().toString();
        String user = ((AccessScope.OfUser) owner).user().value().toString();
        assertRefused("", "insert into users values ('" + id + "', 'x@example.org', 'x', 'ADMIN')");
        assertRefused(
                "",
                "insert into portfolios (id, owner, name, base_currency, universe) values ('" + id + "', '" + user
                        + "', 'x', 'CAD', 'real')");
        assertRefused(
                "",
                "insert into ledger_commits values ('" + portfolio.id().value() + "', 1, 'h', 'p', 1, 1, '" + user
                        + "', now(), '')");
        assertRefused(
                "",
                "insert into ledger_entries (portfolio_id, sequence, id, type, date, note) values ('"
                        + portfolio.id().value() + "', 1, '" + id + "', 'DEPOSIT', now(), '')");
        assertRefused(
                "",
                "insert into executions values ('" + id + "', '" + user
                        + "', '', '', '', '', '', null, null, null, '', '', '', now(), 0)");
        assertRefused("", "insert into audit (scope, action, subject) values ('', '', '')");
    }

    @Test
    void a_user_does_not_make_themselves_an_administrator() {
        assertThatThrownBy(() -> store.sql(owner, "update users set role = 'ADMIN'"))
                .hasMessageContaining("row-level security");
    }

    @Test
    void portfolios_of_another_user_do_not_exist() {
        Portfolios portfolios = store.port(Portfolios.class);
        assertThat(portfolios.list(owner)).containsExactly(portfolio);
        assertThat(portfolios.list(stranger)).isEmpty();
        assertThat(portfolios.find(owner, portfolio.id())).contains(portfolio);
        assertThat(portfolios.find(stranger, portfolio.id())).isEmpty();
    }

    @Test
    void nobody_adds_a_portfolio_for_another_user() {
        Portfolio forged = new Portfolio(
                new PortfolioId(UUID.randomUUID()), portfolio.owner(), "Forged", CurrencyCode.of("CAD"), Universe.REAL);
        assertThatThrownBy(() -> store.port(Portfolios.class).add(stranger, forged))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the database refused a statement: 42501");
        assertThat(store.port(Portfolios.class).list(owner)).containsExactly(portfolio);
    }

    @Test
    void the_ledger_of_another_user_does_not_exist() {
        Ledger ledger = store.port(Ledger.class);
        assertThat(ledger.head(owner, portfolio.id())).contains(head);
        assertThat(ledger.commits(owner, portfolio.id())).containsExactly(head);
        assertThat(ledger.entries(owner, portfolio.id(), head.hash())).hasSize(1);
        assertThat(ledger.head(stranger, portfolio.id())).isEmpty();
        assertThat(ledger.commits(stranger, portfolio.id())).isEmpty();
        assertThat(ledger.entries(stranger, portfolio.id(), head.hash())).isEmpty();
    }

    @Test
    void nobody_appends_to_the_ledger_of_another_user() {
        LedgerCommit next = Samples.commit(portfolio, Optional.of(head), Samples.deposit("5.00"));
        assertThatThrownBy(() -> store.port(Ledger.class)
                        .append(
                                stranger,
                                portfolio.id(),
                                next,
                                LedgerDigest.entries(portfolio.id(), next, List.of(Samples.deposit("5.00")))))
                .isInstanceOf(PortfolioNotFoundException.class);
        assertThat(store.port(Ledger.class).commits(owner, portfolio.id())).containsExactly(head);
    }

    @Test
    void a_run_is_not_pinned_to_the_portfolio_of_another_user() {
        ContextPinning pinning = store.port(ContextPinning.class);
        PinRequest one =
                new PinRequest(new PinRequest.Subject.OnePortfolio(portfolio.id()), Optional.empty(), Optional.empty());
        PinRequest first =
                new PinRequest(new PinRequest.Subject.DefaultPortfolio(), Optional.empty(), Optional.empty());
        assertThat(pinning.pin(owner, one).portfolio().orElseThrow().portfolio())
                .isEqualTo(portfolio);
        assertThat(pinning.pin(owner, first).portfolio().orElseThrow().head()).contains(head.hash());
        assertThatThrownBy(() -> pinning.pin(stranger, one)).isInstanceOf(PortfolioNotFoundException.class);
        assertThatThrownBy(() -> pinning.pin(stranger, first)).isInstanceOf(ContextPinning.NoPortfolioException.class);
    }

    @Test
    void runs_of_another_user_do_not_exist_and_no_user_writes_the_log() {
        ExecutionLog log = store.port(ExecutionLog.class);
        assertThat(log.find(owner, run.id())).contains(run);
        assertThat(log.find(stranger, run.id())).isEmpty();
        ExecutionLog.Filter all = new ExecutionLog.Filter(Optional.empty(), Optional.empty(), Optional.empty());
        assertThat(log.page(owner, all, Optional.empty(), 10)).contains(run);
        assertThat(log.page(stranger, all, Optional.empty(), 10)).isEmpty();
        ExecutionRecord own = Samples.run(portfolio.owner(), run.startedAt(), Optional.empty());
        assertThatThrownBy(() -> log.append(owner, List.of(own))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.sql(
                        owner,
                        "insert into executions values (gen_random_uuid(), '"
                                + portfolio.owner().value()
                                + "', '', '', '', '', '', null, null, null, '', '', '', now(), 0)"))
                .hasMessageContaining("row-level security");
        assertThat(log.find(SYSTEM, own.id())).isEmpty();
    }

    private static void assertRefused(String scope, String statement) {
        assertThatThrownBy(() -> store.sql(scope + statement))
                .as(statement)
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("row-level security");
    }
}
