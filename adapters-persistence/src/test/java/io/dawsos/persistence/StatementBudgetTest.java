package io.dawsos.persistence;

import static io.dawsos.persistence.Samples.SYSTEM;
import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.domain.execution.ContextPinning;
import io.dawsos.domain.execution.ExecutionLog;
import io.dawsos.domain.execution.ExecutionRecord;
import io.dawsos.domain.execution.PinRequest;
import io.dawsos.domain.execution.Pins;
import io.dawsos.domain.identity.AccessScope;
import io.dawsos.domain.identity.UserId;
import io.dawsos.domain.ledger.Ledger;
import io.dawsos.domain.ledger.Portfolio;
import io.dawsos.domain.ledger.Security;
import io.dawsos.domain.ledger.Universe;
import io.dawsos.domain.pricing.MarketData;
import io.dawsos.domain.pricing.PricingPacks;
import io.dawsos.domain.pricing.SliceRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StatementBudgetTest {

    @Test
    void what_a_cold_overview_reads_and_logs_takes_six_statements_and_four_connections() {
        try (TestStore store = TestStore.open()) {
            UserId user = Samples.user(store);
            Portfolio portfolio = Samples.portfolio(store, user, Universe.REAL);
            Samples.deposit(store, portfolio, "100.00");
            Security security = Samples.security(store, Universe.REAL);
            store.port(MarketData.class)
                    .record(
                            SYSTEM,
                            Universe.REAL,
                            "test",
                            sink -> sink.price(security.id(), Samples.DATE, Samples.decimal("1.50")));
            store.port(PricingPacks.class).build(Universe.REAL, Optional.empty());
            long selects = store.statements("select");
            long inserts = store.statements("insert");
            long others = store.statements("other");
            long checkouts = store.checkouts();

            AccessScope scope = AccessScope.of(user);
            Pins pins = store.port(ContextPinning.class)
                    .pin(
                            scope,
                            new PinRequest(
                                    new PinRequest.Subject.DefaultPortfolio(), Optional.empty(), Optional.empty()));
            store.port(Ledger.class)
                    .entries(
                            scope,
                            portfolio.id(),
                            pins.portfolio().orElseThrow().head().orElseThrow());
            store.port(MarketData.class)
                    .slice(
                            pins.pack().orElseThrow(),
                            new SliceRequest(Set.of(security.id()), Set.of(), Set.of(), Samples.DATE, Samples.DATE));
            List<ExecutionRecord> runs = IntStream.range(0, 50)
                    .mapToObj(i -> Samples.run(
                            user, Instant.parse("2026-03-02T12:00:00.000001Z").plusMillis(i), Optional.empty()))
                    .toList();
            store.port(ExecutionLog.class).append(SYSTEM, runs);

            assertThat(store.statements("select") - selects).isEqualTo(5);
            assertThat(store.statements("insert") - inserts).isEqualTo(1);
            assertThat(store.statements("other") - others).isZero();
            assertThat(store.checkouts() - checkouts).isEqualTo(4);
            assertThat(store.port(ExecutionLog.class).find(scope, runs.get(49).id()))
                    .contains(runs.get(49));
        }
    }
}
