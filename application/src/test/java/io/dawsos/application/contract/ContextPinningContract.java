package io.dawsos.application.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dawsos.domain.execution.ContextPinning;
import io.dawsos.domain.execution.ContextPinning.NoPortfolioException;
import io.dawsos.domain.execution.ContextPinning.PackNotFoundException;
import io.dawsos.domain.execution.PinRequest;
import io.dawsos.domain.execution.PinRequest.Subject;
import io.dawsos.domain.execution.Pins;
import io.dawsos.domain.identity.AccessScope;
import io.dawsos.domain.identity.UserId;
import io.dawsos.domain.ledger.Ledger;
import io.dawsos.domain.ledger.LedgerCommit;
import io.dawsos.domain.ledger.LedgerDigest;
import io.dawsos.domain.ledger.Portfolio;
import io.dawsos.domain.ledger.PortfolioNotFoundException;
import io.dawsos.domain.ledger.Security;
import io.dawsos.domain.ledger.Transaction;
import io.dawsos.domain.ledger.Universe;
import io.dawsos.domain.money.Money;
import io.dawsos.domain.pricing.MarketData;
import io.dawsos.domain.pricing.PackId;
import io.dawsos.domain.pricing.PricingPack;
import io.dawsos.domain.pricing.PricingPacks;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What {@link ContextPinning} promises. */
public abstract class ContextPinningContract {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    /** Gives ports over an empty store. */
    protected abstract Ports ports();

    private static PinRequest newest(Subject subject) {
        return new PinRequest(subject, Optional.empty(), Optional.empty());
    }

    private static PricingPack priced(Ports ports, UserId by, Universe universe, String symbol) {
        Security security = ports.described(by, symbol, universe);
        ports.port(MarketData.class)
                .record(
                        AccessScope.of(by),
                        universe,
                        "test",
                        sink -> sink.price(security.id(), MONDAY, BigDecimal.TEN));
        return ports.port(PricingPacks.class).build(universe, Optional.empty()).orElseThrow();
    }

    @Test
    void a_portfolio_is_pinned_with_its_head_and_the_newest_pack_as_soon_as_they_are_committed() {
        Ports ports = ports();
        UserId ada = ports.user("ada@example.org");
        AccessScope scope = AccessScope.of(ada);
        ContextPinning pinning = ports.port(ContextPinning.class);
        PinRequest request = newest(new Subject.DefaultPortfolio());
        assertThatThrownBy(() -> pinning.pin(scope, request)).isInstanceOf(NoPortfolioException.class);
        Portfolio portfolio = ports.portfolio(ada, "Mine");
        ports.portfolio(ada, "Second");
        Pins empty = pinning.pin(scope, request);
        assertThat(empty.portfolio().orElseThrow().portfolio()).isEqualTo(portfolio);
        assertThat(empty.portfolio().orElseThrow().head()).isEmpty();
        assertThat(empty.pack()).isEmpty();
        List<Transaction> one = List.of(new Transaction.Deposit(MONDAY, Money.of("1", "EUR"), ""));
        LedgerCommit commit = LedgerDigest.commit(portfolio.id(), Optional.empty(), one, ada, Instant.EPOCH, "");
        ports.port(Ledger.class)
                .append(scope, portfolio.id(), commit, LedgerDigest.entries(portfolio.id(), commit, one));
        assertThat(pinning.pin(scope, request).portfolio().orElseThrow().head()).contains(commit.hash());
        PricingPack pack = priced(ports, ada, Universe.REAL, "X");
        assertThat(pinning.pin(scope, request).pack()).contains(pack);
        assertThat(pinning.pin(scope, newest(new Subject.OnePortfolio(portfolio.id())))
                        .pack())
                .contains(pack);
        assertThat(pinning.pin(scope, newest(new Subject.Nothing())))
                .isEqualTo(new Pins(Optional.empty(), Optional.of(pack)));
    }

    @Test
    void another_users_portfolio_can_not_be_pinned() {
        Ports ports = ports();
        Portfolio portfolio = ports.portfolio(ports.user("ada@example.org"), "Mine");
        AccessScope eve = AccessScope.of(ports.user("eve@example.org"));
        assertThatThrownBy(() ->
                        ports.port(ContextPinning.class).pin(eve, newest(new Subject.OnePortfolio(portfolio.id()))))
                .isInstanceOf(PortfolioNotFoundException.class);
    }

    @Test
    void a_pack_that_is_named_must_exist_in_the_portfolios_universe() {
        Ports ports = ports();
        UserId ada = ports.user("ada@example.org");
        Portfolio portfolio = ports.portfolio(ada, "Mine");
        PricingPack real = priced(ports, ada, Universe.REAL, "X");
        PricingPack simulated = priced(ports, ada, Universe.SIMULATED, "X");
        ContextPinning pinning = ports.port(ContextPinning.class);
        Subject subject = new Subject.OnePortfolio(portfolio.id());
        AccessScope scope = AccessScope.of(ada);
        assertThat(pinning.pin(scope, new PinRequest(subject, Optional.of(real.id()), Optional.empty()))
                        .pack())
                .contains(real);
        for (PackId wrong : List.of(simulated.id(), new PackId("PP_2020-01-01_0123456789ab"))) {
            assertThatThrownBy(() -> pinning.pin(scope, new PinRequest(subject, Optional.of(wrong), Optional.empty())))
                    .isInstanceOf(PackNotFoundException.class);
        }
    }

    @Test
    void a_date_gives_the_pack_of_the_newest_revision_for_it() {
        Ports ports = ports();
        UserId ada = ports.user("ada@example.org");
        Portfolio portfolio = ports.portfolio(ada, "Mine");
        PricingPack newest = priced(ports, ada, Universe.REAL, "X");
        LocalDate earlier = MONDAY.minusDays(3);
        Pins pins = ports.port(ContextPinning.class)
                .pin(
                        AccessScope.of(ada),
                        new PinRequest(
                                new Subject.OnePortfolio(portfolio.id()), Optional.empty(), Optional.of(earlier)));
        assertThat(pins.pack().orElseThrow().asOf()).isEqualTo(earlier);
        assertThat(pins.pack().orElseThrow().cut()).isEqualTo(newest.cut());
        assertThat(ports.port(PricingPacks.class).find(pins.pack().orElseThrow().id()))
                .isEqualTo(pins.pack());
    }
}
