package io.dawsos.application.corporateaction;

import io.dawsos.application.corporateaction.EventCalendars.DividendRow;
import io.dawsos.application.corporateaction.EventCalendars.Dividends;
import io.dawsos.application.corporateaction.EventCalendars.Earnings;
import io.dawsos.application.corporateaction.EventCalendars.EarningsRow;
import io.dawsos.application.corporateaction.EventCalendars.SplitRow;
import io.dawsos.application.corporateaction.EventCalendars.Splits;
import io.dawsos.domain.capability.Capability;
import io.dawsos.domain.capability.Describe;
import io.dawsos.domain.capability.InvalidArgumentException;
import io.dawsos.domain.capability.Outcome;
import io.dawsos.domain.capability.Provenance;
import io.dawsos.domain.capability.RequestContext;
import io.dawsos.domain.corporateaction.CorporateEvent;
import io.dawsos.domain.corporateaction.CorporateEvents;
import io.dawsos.domain.corporateaction.ListedEvent;
import io.dawsos.domain.figure.Unavailable;
import io.dawsos.domain.ledger.Universe;
import io.dawsos.domain.pricing.PricingPack;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Calendars of announced events, whoever holds the securities. */
public final class EventCapabilities {

    private static final int DEFAULT_DAYS = 90;

    private final CorporateEvents events;

    @Inject
    EventCapabilities(CorporateEvents events) {
        this.events = events;
    }

    /** Arguments of the calendars. */
    public record CalendarArguments(
            @Describe("Only these securities, by symbol; all of the universe if null.")
            Optional<List<String>> symbols,

            @Describe("First date; the pack's if null.") Optional<LocalDate> fromDate,

            @Describe("Last date; 90 days after the first if null.")
            Optional<LocalDate> toDate) {}

    /** The capabilities. */
    public List<Capability<?, ?>> all() {
        return List.of(
                Capability.pure(
                        "corporate_actions.dividends",
                        "Announced dividends by ex-date",
                        CalendarArguments.class,
                        Dividends.class,
                        (context, arguments) -> calendar(
                                context,
                                arguments,
                                CorporateEvent.Dividend.class,
                                EventCapabilities::dividend,
                                (rows, range) -> new Dividends(rows, rows.size(), range.from(), range.to()))),
                Capability.pure(
                        "corporate_actions.splits",
                        "Announced splits by ex-date",
                        CalendarArguments.class,
                        Splits.class,
                        (context, arguments) -> calendar(
                                context,
                                arguments,
                                CorporateEvent.Split.class,
                                EventCapabilities::split,
                                (rows, range) -> new Splits(rows, rows.size(), range.from(), range.to()))),
                Capability.pure(
                        "corporate_actions.earnings",
                        "Publications of results by date",
                        CalendarArguments.class,
                        Earnings.class,
                        (context, arguments) -> calendar(
                                context,
                                arguments,
                                CorporateEvent.Earnings.class,
                                EventCapabilities::earnings,
                                (rows, range) -> new Earnings(rows, rows.size(), range.from(), range.to()))));
    }

    private record Range(LocalDate from, LocalDate to) {}

    private <E extends CorporateEvent, W, R> Outcome<R> calendar(
            RequestContext context,
            CalendarArguments arguments,
            Class<E> kind,
            BiFunction<ListedEvent, E, W> row,
            BiFunction<List<W>, Range, R> result) {
        if (context.pack().isEmpty()) {
            return Outcome.unavailable(new Unavailable(
                    "pricing_pack_missing", "there is no market data yet", "import prices or exchange rates"));
        }
        PricingPack pack = context.pack().get();
        LocalDate from = arguments.fromDate().orElse(pack.asOf());
        LocalDate to = arguments.toDate().orElse(from.plusDays(DEFAULT_DAYS));
        if (to.isBefore(from)) {
            throw new InvalidArgumentException("to_date", "before from_date", "a date from " + from + " on");
        }
        Function<ListedEvent, Boolean> wanted = listed -> arguments
                .symbols()
                .map(symbols -> symbols.contains(listed.security().symbol()))
                .orElse(true);
        List<W> rows = events.between(pack, from, to, context.deadline()).stream()
                .filter(listed -> kind.isInstance(listed.event()) && wanted.apply(listed))
                .map(listed -> row.apply(listed, kind.cast(listed.event())))
                .toList();
        return Outcome.available(
                result.apply(rows, new Range(from, to)),
                new Provenance(
                        List.of("pack:" + pack.id().value()),
                        Optional.of(pack.asOf()),
                        "events in force at the pack's cut",
                        1,
                        pack.universe() == Universe.SIMULATED));
    }

    private static DividendRow dividend(ListedEvent listed, CorporateEvent.Dividend dividend) {
        return new DividendRow(
                dividend.security().value(),
                listed.security().symbol(),
                dividend.date(),
                dividend.paid(),
                dividend.recorded(),
                dividend.declared(),
                dividend.amount(),
                dividend.currency().code(),
                UpcomingActions.label(dividend));
    }

    private static SplitRow split(ListedEvent listed, CorporateEvent.Split split) {
        return new SplitRow(
                split.security().value(),
                listed.security().symbol(),
                split.date(),
                split.newUnits().stripTrailingZeros().toPlainString() + ":"
                        + split.oldUnits().stripTrailingZeros().toPlainString(),
                split.newUnits(),
                split.oldUnits());
    }

    private static EarningsRow earnings(ListedEvent listed, CorporateEvent.Earnings earnings) {
        return new EarningsRow(
                earnings.security().value(),
                listed.security().symbol(),
                earnings.date(),
                earnings.perShare(),
                earnings.perShareEstimate(),
                earnings.revenue(),
                earnings.revenueEstimate(),
                earnings.time());
    }
}
