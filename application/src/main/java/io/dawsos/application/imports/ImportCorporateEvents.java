package io.dawsos.application.imports;

import io.dawsos.domain.corporateaction.Announcement;
import io.dawsos.domain.corporateaction.CorporateEvent;
import io.dawsos.domain.corporateaction.CorporateEvents;
import io.dawsos.domain.corporateaction.CorporateEvents.RecordedAnnouncements;
import io.dawsos.domain.identity.AccessScope;
import io.dawsos.domain.ledger.Securities;
import io.dawsos.domain.ledger.Security;
import io.dawsos.domain.ledger.Universe;
import io.dawsos.domain.money.CurrencyCode;
import io.dawsos.domain.pricing.PricingPacks;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** Takes a file of announced corporate events into one revision and builds its pack, or refuses it whole. */
public final class ImportCorporateEvents {

    private static final int YEARS_AHEAD = 3;

    private final TableReader reader;
    private final CorporateEvents events;
    private final PricingPacks packs;
    private final Securities securities;
    private final Clock clock;
    private final Supplier<UUID> identities;

    @Inject
    ImportCorporateEvents(
            TableReader reader,
            CorporateEvents events,
            PricingPacks packs,
            Securities securities,
            Clock clock,
            Supplier<UUID> identities) {
        this.reader = reader;
        this.events = events;
        this.packs = packs;
        this.securities = securities;
        this.clock = clock;
        this.identities = identities;
    }

    /**
     * Imports events: columns kind (dividend, split or earnings), date, symbol, and what belongs to the kind: amount, currency,
     * record_date, payment_date, declaration_date; ratio_new, ratio_old; eps, eps_estimated, revenue, revenue_estimated, time.
     * A label tells two events of one kind and date apart; cancelled true takes one back.
     */
    public ImportMarketData.Result run(AccessScope scope, Universe universe, InputStream content, String source) {
        Problems problems = new Problems();
        SecurityRegistry registry = new SecurityRegistry(securities, universe, identities);
        LocalDate latest = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusYears(YEARS_AHEAD);
        List<Announcement> announcements = new ArrayList<>();
        new Table(
                        reader,
                        problems,
                        Set.of("kind", "date", "symbol"),
                        Set.of(
                                "label",
                                "cancelled",
                                "amount",
                                "currency",
                                "record_date",
                                "payment_date",
                                "declaration_date",
                                "ratio_new",
                                "ratio_old",
                                "eps",
                                "eps_estimated",
                                "revenue",
                                "revenue_estimated",
                                "time"))
                .read(content, row -> {
                    long before = problems.total();
                    Optional<CorporateEvent> event = event(row, registry, latest);
                    boolean cancelled = cancelled(row);
                    if (problems.total() == before) {
                        event.ifPresent(known -> announcements.add(new Announcement(known, !cancelled)));
                    }
                });
        problems.refuseIfAny();
        RecordedAnnouncements recorded = events.record(scope, universe, "import:" + source, announcements);
        return new ImportMarketData.Result(
                recorded.offered(),
                recorded.stored(),
                recorded.revision(),
                packs.build(universe, Optional.empty()).map(pack -> pack.id().value()),
                List.of());
    }

    private static boolean cancelled(RowFields row) {
        String text = row.text("cancelled").orElse("false");
        if (!Set.of("true", "false").contains(text)) {
            row.refuse("cancelled", "neither true nor false", "true takes the event back");
        }
        return text.equals("true");
    }

    private static Optional<CorporateEvent> event(RowFields row, SecurityRegistry registry, LocalDate latest) {
        Optional<LocalDate> date = row.needDate(latest);
        Optional<String> symbol = row.needText("symbol");
        Optional<Security> security = symbol.flatMap(registry::find);
        if (symbol.isPresent() && security.isEmpty()) {
            row.refuse("symbol", "unknown security", "import its description first");
        }
        String label = row.plainText("label").orElse("");
        String kind = row.needText("kind").orElse("dividend");
        return switch (kind) {
            case "dividend" -> dividend(row, security, date, label, latest);
            case "split" -> split(row, security, date, label);
            case "earnings" -> earnings(row, security, date, label);
            default -> {
                row.refuse("kind", "unknown kind of event", "dividend, split or earnings");
                yield Optional.empty();
            }
        };
    }

    private static Optional<CorporateEvent> dividend(
            RowFields row, Optional<Security> security, Optional<LocalDate> date, String label, LocalDate latest) {
        Optional<BigDecimal> amount = row.needPositive("amount");
        Optional<CurrencyCode> currency = row.currency("currency").or(() -> security.map(Security::currency));
        Optional<LocalDate> recorded = row.date("record_date", latest);
        Optional<LocalDate> paid = row.date("payment_date", latest);
        Optional<LocalDate> declared = row.date("declaration_date", latest);
        if (paid.isPresent() && date.filter(paid.get()::isBefore).isPresent()) {
            row.refuse("payment_date", "before the ex-date", "check both dates");
        }
        return security.isEmpty() || date.isEmpty() || amount.isEmpty()
                ? Optional.empty()
                : Optional.of(new CorporateEvent.Dividend(
                        security.get().id(),
                        date.get(),
                        label,
                        amount.get(),
                        currency.orElseThrow(),
                        recorded,
                        paid,
                        declared));
    }

    private static Optional<CorporateEvent> split(
            RowFields row, Optional<Security> security, Optional<LocalDate> date, String label) {
        Optional<BigDecimal> newUnits = row.needPositive("ratio_new");
        Optional<BigDecimal> oldUnits = row.needPositive("ratio_old");
        return security.isEmpty() || date.isEmpty() || newUnits.isEmpty() || oldUnits.isEmpty()
                ? Optional.empty()
                : Optional.of(new CorporateEvent.Split(
                        security.get().id(), date.get(), label, newUnits.get(), oldUnits.get()));
    }

    private static Optional<CorporateEvent> earnings(
            RowFields row, Optional<Security> security, Optional<LocalDate> date, String label) {
        return security.isEmpty() || date.isEmpty()
                ? Optional.empty()
                : Optional.of(new CorporateEvent.Earnings(
                        security.get().id(),
                        date.get(),
                        label,
                        row.number("eps"),
                        row.number("eps_estimated"),
                        row.number("revenue"),
                        row.number("revenue_estimated"),
                        row.plainText("time")));
    }
}
