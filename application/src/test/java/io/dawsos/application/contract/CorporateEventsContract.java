package io.dawsos.application.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dawsos.domain.corporateaction.Announcement;
import io.dawsos.domain.corporateaction.CorporateEvent;
import io.dawsos.domain.corporateaction.CorporateEvents;
import io.dawsos.domain.corporateaction.CorporateEvents.RecordedAnnouncements;
import io.dawsos.domain.corporateaction.ListedEvent;
import io.dawsos.domain.deadline.Deadline;
import io.dawsos.domain.identity.AccessScope;
import io.dawsos.domain.identity.UserId;
import io.dawsos.domain.ledger.Security;
import io.dawsos.domain.ledger.SecurityId;
import io.dawsos.domain.ledger.Universe;
import io.dawsos.domain.money.CurrencyCode;
import io.dawsos.domain.pricing.MarketData;
import io.dawsos.domain.pricing.PricingPack;
import io.dawsos.domain.pricing.PricingPacks;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What {@link CorporateEvents} promises. */
public abstract class CorporateEventsContract {

    private static final LocalDate EX = LocalDate.of(2026, 3, 2);
    private static final LocalDate FROM = EX.minusDays(10);
    private static final LocalDate TO = EX.plusDays(10);

    /** Gives ports over an empty store. */
    protected abstract Ports ports();

    private static Announcement dividend(Security security, LocalDate date, String amount) {
        return new Announcement(
                new CorporateEvent.Dividend(
                        security.id(),
                        date,
                        "",
                        new BigDecimal(amount),
                        CurrencyCode.of("EUR"),
                        Optional.of(date.plusDays(1)),
                        Optional.of(date.plusDays(20)),
                        Optional.empty()),
                true);
    }

    private static RecordedAnnouncements record(Ports ports, UserId by, Announcement... announcements) {
        return ports.port(CorporateEvents.class)
                .record(AccessScope.of(by), Universe.REAL, "test", List.of(announcements));
    }

    private static PricingPack pack(Ports ports) {
        return ports.port(PricingPacks.class)
                .build(Universe.REAL, Optional.of(EX.minusDays(5)))
                .orElseThrow();
    }

    private static List<CorporateEvent> listed(Ports ports, PricingPack pack) {
        return ports.port(CorporateEvents.class).between(pack, FROM, TO, Deadline.NEVER).stream()
                .map(ListedEvent::event)
                .toList();
    }

    @Test
    void events_of_each_kind_are_given_back_as_they_were_announced() {
        Ports ports = ports();
        UserId ada = ports.user("ada@example.org");
        Security b = ports.described(ada, "B", Universe.REAL);
        Security a = ports.described(ada, "A", Universe.REAL);
        CorporateEvent split = new CorporateEvent.Split(a.id(), EX, "", new BigDecimal("3"), new BigDecimal("2"));
        CorporateEvent results = new CorporateEvent.Earnings(
                b.id(),
                EX.minusDays(1),
                "",
                Optional.empty(),
                Optional.of(new BigDecimal("1.25")),
                Optional.empty(),
                Optional.of(new BigDecimal("12000000")),
                Optional.of("before market"));
        Announcement special = new Announcement(
                new CorporateEvent.Dividend(
                        a.id(),
                        EX,
                        "special",
                        new BigDecimal("7"),
                        CurrencyCode.of("USD"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(EX.minusDays(30))),
                true);
        RecordedAnnouncements recorded = record(
                ports,
                ada,
                dividend(b, EX, "0.5"),
                new Announcement(split, true),
                special,
                dividend(a, EX, "0.25"),
                new Announcement(results, true),
                dividend(a, TO.plusDays(1), "9"));
        assertThat(recorded.stored()).isEqualTo(6);
        PricingPack pack = pack(ports);
        assertThat(listed(ports, pack))
                .containsExactly(
                        results,
                        dividend(a, EX, "0.25").event(),
                        special.event(),
                        split,
                        dividend(b, EX, "0.5").event());
        assertThat(ports.port(CorporateEvents.class).between(pack, EX, EX, Deadline.NEVER))
                .extracting(event -> event.security().symbol())
                .containsExactly("A", "A", "A", "B");
    }

    @Test
    void events_of_some_securities_are_given_alone() {
        Ports ports = ports();
        UserId ada = ports.user("ada@example.org");
        Security a = ports.described(ada, "A", Universe.REAL);
        Security b = ports.described(ada, "B", Universe.REAL);
        record(ports, ada, dividend(a, EX, "1"), dividend(b, EX, "2"));
        CorporateEvents events = ports.port(CorporateEvents.class);
        assertThat(events.between(pack(ports), Set.of(b.id()), FROM, TO, Deadline.NEVER))
                .extracting(ListedEvent::event)
                .containsExactly(dividend(b, EX, "2").event());
        assertThat(events.between(pack(ports), Set.of(), FROM, TO, Deadline.NEVER))
                .isEmpty();
    }

    @Test
    void a_pack_keeps_what_it_knew() {
        Ports ports = ports();
        UserId ada = ports.user("ada@example.org");
        Security security = ports.described(ada, "X", Universe.REAL);
        PricingPack before = pack(ports);
        record(ports, ada, dividend(security, EX, "0.5"));
        PricingPack first = pack(ports);
        record(ports, ada, dividend(security, EX, "0.6"));
        PricingPack second = pack(ports);
        record(ports, ada, new Announcement(dividend(security, EX, "0.6").event(), false));
        PricingPack third = pack(ports);
        assertThat(listed(ports, before)).isEmpty();
        assertThat(listed(ports, first))
                .containsExactly(dividend(security, EX, "0.5").event());
        assertThat(listed(ports, second))
                .containsExactly(dividend(security, EX, "0.6").event());
        assertThat(listed(ports, third)).isEmpty();
    }

    @Test
    void what_is_in_force_is_not_stored_again() {
        Ports ports = ports();
        UserId ada = ports.user("ada@example.org");
        Security security = ports.described(ada, "X", Universe.REAL);
        Announcement first = dividend(security, EX, "0.5");
        assertThat(record(ports, ada, first, first).stored()).isEqualTo(1);
        assertThat(record(ports, ada, dividend(security, EX, "0.50")))
                .isEqualTo(new RecordedAnnouncements(1, 0, Optional.empty()));
        Announcement never =
                new Announcement(dividend(security, EX.plusDays(1), "1").event(), false);
        assertThat(record(ports, ada, never).stored()).isZero();
    }

    @Test
    void an_unknown_security_refuses_all() {
        Ports ports = ports();
        UserId ada = ports.user("ada@example.org");
        Security known = ports.described(ada, "X", Universe.REAL);
        Security simulated = ports.described(ada, "S", Universe.SIMULATED);
        ports.port(MarketData.class)
                .record(AccessScope.of(ada), Universe.REAL, "test", sink -> sink.price(known.id(), EX, BigDecimal.ONE));
        Security nobody = new Security(
                new SecurityId(UUID.randomUUID()),
                "N",
                "N",
                known.type(),
                known.currency(),
                Optional.empty(),
                Universe.REAL);
        for (Security stranger : List.of(nobody, simulated)) {
            assertThatThrownBy(() -> record(ports, ada, dividend(known, EX, "1"), dividend(stranger, EX, "1")))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(listed(ports, pack(ports))).isEmpty();
    }
}
