package io.dawsos.application.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dawsos.domain.deadline.Deadline;
import io.dawsos.domain.identity.AccessScope;
import io.dawsos.domain.identity.UserId;
import io.dawsos.domain.ledger.Securities;
import io.dawsos.domain.ledger.Security;
import io.dawsos.domain.ledger.SecurityType;
import io.dawsos.domain.ledger.Universe;
import io.dawsos.domain.money.CurrencyCode;
import io.dawsos.domain.pricing.CurrencyPair;
import io.dawsos.domain.pricing.MarketData;
import io.dawsos.domain.pricing.MarketData.RecordedBatch;
import io.dawsos.domain.pricing.MarketSlice;
import io.dawsos.domain.pricing.ObservationSeries;
import io.dawsos.domain.pricing.PackId;
import io.dawsos.domain.pricing.PricingPack;
import io.dawsos.domain.pricing.PricingPacks;
import io.dawsos.domain.pricing.PricingPacks.PackState;
import io.dawsos.domain.pricing.SliceRequest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What {@link MarketData}, {@link Securities} and {@link PricingPacks} promise together. */
public abstract class MarketDataContract {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final CurrencyPair PAIR = new CurrencyPair(CurrencyCode.of("USD"), CurrencyCode.of("EUR"));

    /** Gives ports over an empty store. */
    protected abstract Ports ports();

    private static RecordedBatch price(Ports ports, AccessScope by, Security security, LocalDate date, String close) {
        return ports.port(MarketData.class)
                .record(
                        by,
                        security.universe(),
                        "test",
                        sink -> sink.price(security.id(), date, new BigDecimal(close)));
    }

    private static PricingPack pack(Ports ports) {
        return ports.port(PricingPacks.class)
                .build(Universe.REAL, Optional.empty())
                .orElseThrow();
    }

    private static MarketSlice slice(Ports ports, PricingPack pack, Security security, LocalDate from, LocalDate to) {
        return ports.port(MarketData.class)
                .slice(pack, new SliceRequest(Set.of(security.id()), Set.of(PAIR), Set.of("DGS3MO"), from, to));
    }

    private static List<String> points(ObservationSeries series) {
        List<String> points = new ArrayList<>();
        for (int i = 0; i < series.size(); i++) {
            points.add(series.date(i).getDayOfMonth() + "=" + series.exact(i).toPlainString());
        }
        return points;
    }

    @Test
    void an_empty_universe_has_no_pack() {
        Ports ports = ports();
        assertThat(ports.port(PricingPacks.class).build(Universe.REAL, Optional.empty()))
                .isEmpty();
        assertThat(ports.port(PricingPacks.class).newest(Universe.REAL)).isEmpty();
        assertThat(ports.port(Securities.class).list(Universe.REAL)).isEmpty();
    }

    @Test
    void a_pack_finds_securities_as_it_describes_them() {
        Ports ports = ports();
        UserId ada = ports.user("ada@example.org");
        AccessScope by = AccessScope.of(ada);
        MarketData market = ports.port(MarketData.class);
        Security before = ports.described(ada, "B", Universe.REAL);
        Security other = ports.described(ada, "A", Universe.REAL);
        ports.described(ada, "A", Universe.SIMULATED);
        price(ports, by, before, MONDAY, "1");
        PricingPack old = pack(ports);
        Security renamed = new Security(
                before.id(),
                "C",
                before.name(),
                before.type(),
                before.currency(),
                Optional.of("Energy"),
                Universe.REAL);
        ports.port(Securities.class).describe(by, List.of(renamed));
        PricingPack young = pack(ports);
        assertThat(market.withSymbols(old, Set.of("A", "B", "C"), Deadline.NEVER))
                .containsExactly(other, before);
        assertThat(market.withSymbols(young, Set.of("A", "B", "C"), Deadline.NEVER))
                .containsExactly(other, renamed);
        assertThat(market.ofSector(old, "Materials", Deadline.NEVER)).containsExactly(other, before);
        assertThat(market.ofSector(young, "Materials", Deadline.NEVER)).containsExactly(other);
        assertThat(market.ofSector(young, "Energy", Deadline.NEVER)).containsExactly(renamed);
        assertThat(market.withSymbols(young, Set.of(), Deadline.NEVER)).isEmpty();
    }

    @Test
    void a_slice_reads_the_range_and_the_last_observation_before_it() {
        Ports ports = ports();
        UserId ada = ports.user("ada@example.org");
        AccessScope by = AccessScope.of(ada);
        Security security = ports.described(ada, "X", Universe.REAL);
        ports.port(MarketData.class).record(by, Universe.REAL, "test", sink -> {
            for (int day = 0; day < 6; day++) {
                sink.price(
                        security.id(),
                        MONDAY.plusDays(day),
                        new BigDecimal("10.123456789012345678").add(BigDecimal.valueOf(day)));
            }
            sink.rate(PAIR, MONDAY, new BigDecimal("0.9"));
            sink.macro("DGS3MO", MONDAY, new BigDecimal("-4.25"));
        });
        MarketSlice slice = slice(ports, pack(ports), security, MONDAY.plusDays(2), MONDAY.plusDays(3));
        assertThat(points(slice.pricesOf(security.id())))
                .containsExactly("3=11.123456789012345678", "4=12.123456789012345678", "5=13.123456789012345678");
        assertThat(points(slice.ratesOf(PAIR))).containsExactly("2=0.9");
        assertThat(points(slice.macroOf("DGS3MO"))).containsExactly("2=-4.25");
        assertThat(slice.security(security.id())).contains(security);
        assertThat(slice.ratesOf(PAIR.inverse()).size()).isZero();
    }

    @Test
    void an_equal_observation_makes_no_revision_and_of_two_in_one_batch_the_last_counts() {
        Ports ports = ports();
        UserId ada = ports.user("ada@example.org");
        AccessScope by = AccessScope.of(ada);
        Security security = ports.described(ada, "X", Universe.REAL);
        RecordedBatch first = ports.port(MarketData.class).record(by, Universe.REAL, "test", sink -> {
            sink.price(security.id(), MONDAY, new BigDecimal("1"));
            sink.price(security.id(), MONDAY, new BigDecimal("2.50"));
        });
        assertThat(first.offered()).isEqualTo(2);
        assertThat(first.stored()).isEqualTo(1);
        RecordedBatch again = price(ports, by, security, MONDAY, "2.5");
        assertThat(again.stored()).isZero();
        assertThat(again.revision()).isEmpty();
        assertThat(points(slice(ports, pack(ports), security, MONDAY, MONDAY).pricesOf(security.id())))
                .hasSize(1)
                .allSatisfy(
                        point -> assertThat(new BigDecimal(point.substring(2))).isEqualByComparingTo("2.5"));
    }

    @Test
    void a_correction_is_a_new_pack_and_the_old_one_answers_as_before() {
        Ports ports = ports();
        UserId ada = ports.user("ada@example.org");
        AccessScope by = AccessScope.of(ada);
        Security security = ports.described(ada, "X", Universe.REAL);
        price(ports, by, security, MONDAY, "10");
        PricingPack old = pack(ports);
        price(ports, by, security, MONDAY, "11");
        PricingPack corrected = pack(ports);
        assertThat(points(slice(ports, old, security, MONDAY, MONDAY).pricesOf(security.id())))
                .containsExactly("2=10");
        assertThat(points(slice(ports, corrected, security, MONDAY, MONDAY).pricesOf(security.id())))
                .containsExactly("2=11");
        assertThat(ports.port(PricingPacks.class).list(Universe.REAL, 10))
                .containsExactly(new PackState(corrected, false), new PackState(old, true));
        PricingPacks states = ports.port(PricingPacks.class);
        assertThat(states.state(old.id())).contains(new PackState(old, true));
        assertThat(states.state(corrected.id())).contains(new PackState(corrected, false));
        assertThat(states.state(new PackId("PP_2000-01-01_000000000000"))).isEmpty();
        assertThat(ports.port(PricingPacks.class).newest(Universe.REAL)).contains(corrected);
        assertThat(ports.port(PricingPacks.class).find(old.id())).contains(old);
        assertThat(pack(ports)).isEqualTo(corrected);
    }

    @Test
    void a_pack_never_shows_what_is_after_its_date() {
        Ports ports = ports();
        UserId ada = ports.user("ada@example.org");
        Security security = ports.described(ada, "X", Universe.REAL);
        price(ports, AccessScope.of(ada), security, MONDAY, "10");
        price(ports, AccessScope.of(ada), security, MONDAY.plusDays(1), "11");
        PricingPack monday = ports.port(PricingPacks.class)
                .build(Universe.REAL, Optional.of(MONDAY))
                .orElseThrow();
        assertThat(points(slice(ports, monday, security, MONDAY, MONDAY.plusDays(5))
                        .pricesOf(security.id())))
                .containsExactly("2=10");
        assertThat(pack(ports).asOf()).isEqualTo(MONDAY.plusDays(1));
    }

    @Test
    void a_feed_that_fails_stores_nothing() {
        Ports ports = ports();
        UserId ada = ports.user("ada@example.org");
        Security security = Ports.security("NEW", "USD", Universe.REAL);
        assertThatThrownBy(() -> ports.port(MarketData.class)
                        .record(AccessScope.of(ada), Universe.REAL, "test", sink -> {
                            sink.security(security);
                            sink.price(security.id(), MONDAY, BigDecimal.TEN);
                            throw new IllegalStateException("the file ends here");
                        }))
                .hasMessage("the file ends here");
        assertThat(ports.port(Securities.class).list(Universe.REAL)).isEmpty();
        assertThat(ports.port(PricingPacks.class).build(Universe.REAL, Optional.empty()))
                .isEmpty();
    }

    @Test
    void a_security_that_comes_with_a_batch_is_described_in_its_revision() {
        Ports ports = ports();
        UserId ada = ports.user("ada@example.org");
        Security security = Ports.security("NEW", "USD", Universe.REAL);
        ports.port(MarketData.class).record(AccessScope.of(ada), Universe.REAL, "test", sink -> {
            sink.price(security.id(), MONDAY, BigDecimal.TEN);
            sink.security(security);
        });
        assertThat(ports.port(Securities.class).bySymbol(Universe.REAL, Set.of("NEW", "OLD")))
                .containsOnlyKeys("NEW");
        assertThat(slice(ports, pack(ports), security, MONDAY, MONDAY).security(security.id()))
                .contains(security);
    }

    @Test
    void a_pack_sees_a_security_as_it_was_described_at_its_cut() {
        Ports ports = ports();
        UserId ada = ports.user("ada@example.org");
        Security security = ports.described(ada, "X", Universe.REAL);
        price(ports, AccessScope.of(ada), security, MONDAY, "10");
        PricingPack before = pack(ports);
        Security reclassified = new Security(
                security.id(),
                "X",
                "New name",
                SecurityType.FUND,
                security.currency(),
                Optional.empty(),
                Universe.REAL);
        ports.port(Securities.class).describe(AccessScope.of(ada), List.of(reclassified));
        assertThat(slice(ports, before, security, MONDAY, MONDAY).security(security.id()))
                .contains(security);
        assertThat(slice(ports, pack(ports), security, MONDAY, MONDAY).security(security.id()))
                .contains(reclassified);
        assertThat(ports.port(Securities.class).list(Universe.REAL)).containsExactly(reclassified);
    }

    @Test
    void a_symbol_of_another_security_or_another_currency_is_refused() {
        Ports ports = ports();
        UserId ada = ports.user("ada@example.org");
        Security security = ports.described(ada, "X", Universe.REAL);
        Securities securities = ports.port(Securities.class);
        AccessScope by = AccessScope.of(ada);
        assertThatThrownBy(() -> securities.describe(by, List.of(Ports.security("X", "USD", Universe.REAL))))
                .isInstanceOf(IllegalArgumentException.class);
        Security euros = new Security(
                security.id(), "X", "X", SecurityType.EQUITY, CurrencyCode.of("EUR"), Optional.empty(), Universe.REAL);
        assertThatThrownBy(() -> securities.describe(by, List.of(euros))).isInstanceOf(IllegalArgumentException.class);
        assertThat(securities.list(Universe.REAL)).containsExactly(security);
    }

    @Test
    void universes_do_not_mix() {
        Ports ports = ports();
        UserId ada = ports.user("ada@example.org");
        Security simulated = ports.described(ada, "X", Universe.SIMULATED);
        Security real = ports.described(ada, "X", Universe.REAL);
        price(ports, AccessScope.of(ada), simulated, MONDAY, "1");
        price(ports, AccessScope.of(ada), real, MONDAY, "2");
        assertThat(ports.port(Securities.class).list(Universe.REAL)).containsExactly(real);
        MarketSlice slice = slice(ports, pack(ports), simulated, MONDAY, MONDAY);
        assertThat(slice.security(simulated.id())).isEmpty();
        assertThat(ports.port(PricingPacks.class).newest(Universe.SIMULATED)).isEmpty();
    }
}
