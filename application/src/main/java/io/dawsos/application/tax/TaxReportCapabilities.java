package io.dawsos.application.tax;

import io.dawsos.application.portfolio.Sources;
import io.dawsos.domain.capability.Capability;
import io.dawsos.domain.capability.Describe;
import io.dawsos.domain.capability.Outcome;
import io.dawsos.domain.capability.RequestContext;
import io.dawsos.domain.figure.Figure;
import io.dawsos.domain.ledger.LotMatching;
import io.dawsos.domain.tax.HoldingPeriod;
import io.dawsos.domain.tax.TaxYear;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Capabilities that report a tax year. */
public final class TaxReportCapabilities {

    private final TaxBooks books;

    @Inject
    TaxReportCapabilities(TaxBooks books) {
        this.books = books;
    }

    /** Arguments of {@code tax.realized_gains}. */
    public record GainsArguments(
            UUID portfolioId,

            @Describe("The year in which the tax year begins.")
            int taxYear,

            @Describe("fifo, lifo, hifo, average, specific or section_104; fifo if null.")
            Optional<String> lotMethod,

            @Describe("Units held longer than so many months are long-term; no terms if null.")
            Optional<Integer> longTermAfterMonths,

            @Describe("Month and day on which the tax year begins, such as 04-06; 01-01 if null.")
            Optional<String> taxYearStart) {}

    /** Arguments of {@code tax.wash_sales}. */
    public record WashArguments(
            UUID portfolioId,

            @Describe("The year in which the tax year begins.")
            int taxYear,

            @Describe("fifo, lifo, hifo or specific; fifo if null.")
            Optional<String> lotMethod,

            @Describe("Days before and after a sale that count; 30 if null.")
            Optional<Integer> windowDays,

            @Describe("Units held longer than so many months are long-term; no terms if null.")
            Optional<Integer> longTermAfterMonths,

            @Describe("Month and day on which the tax year begins, such as 04-06; 01-01 if null.")
            Optional<String> taxYearStart) {}

    /** Arguments of {@code tax.lot_details}. */
    public record LotArguments(
            UUID portfolioId,

            @Describe("fifo, lifo, hifo, average, specific or section_104; fifo if null.")
            Optional<String> lotMethod,

            @Describe("Units held longer than so many months are long-term; no terms if null.")
            Optional<Integer> longTermAfterMonths) {}

    /** Arguments of {@code tax.closed_lots}. */
    public record ClosedArguments(
            UUID portfolioId,

            @Describe("fifo, lifo, hifo, average, specific or section_104; fifo if null.")
            Optional<String> lotMethod,

            @Describe("Units held longer than so many months are long-term; no terms if null.")
            Optional<Integer> longTermAfterMonths,

            @Describe("Only this security; all if null.") Optional<UUID> securityId) {}

    /** Arguments of {@code tax.summary}. */
    public record SummaryArguments(
            @Describe("What tax.realized_gains gave.") RealizedGains realizedGains,

            @Describe("What tax.wash_sales gave; no loss is deferred if null.")
            Optional<WashSaleReport> washSales,

            @Describe("Whether deferred losses are added back; true if null.")
            Optional<Boolean> includeWashSales,

            int taxYear,

            @Describe("Fraction of short-term gains, 0 to 1; no estimate if null.")
            Optional<BigDecimal> shortTermRate,

            @Describe("Fraction of long-term gains, 0 to 1; no estimate if null.")
            Optional<BigDecimal> longTermRate) {

        /** The deferred losses that are to be added back. */
        Optional<WashSaleReport> deferred() {
            return washSales.filter(report -> includeWashSales.orElse(true));
        }
    }

    /** The capabilities. */
    public List<Capability<?, ?>> all() {
        return List.of(
                Capability.pure(
                        "tax.realized_gains",
                        "Gains and losses of one tax year, lot by lot",
                        GainsArguments.class,
                        RealizedGains.class,
                        this::gains),
                // It reads the heads of portfolios that a run does not pin: its result is recorded and never cached.
                Capability.external(
                        "tax.wash_sales",
                        "Losses that purchases near them defer, over all portfolios of the owner",
                        WashArguments.class,
                        WashSaleReport.class,
                        this::washSales,
                        java.util.Set.of()),
                Capability.pure(
                        "tax.lot_details",
                        "Open lots with their holding periods, and what each method would have made",
                        LotArguments.class,
                        LotDetails.class,
                        this::lots),
                Capability.pure(
                        "tax.closed_lots",
                        "All disposals with the lots that they used up",
                        ClosedArguments.class,
                        ClosedLots.class,
                        this::closed),
                Capability.pure(
                        "tax.summary",
                        "What a tax year comes to",
                        SummaryArguments.class,
                        TaxSummary.class,
                        this::summary));
    }

    private Outcome<RealizedGains> gains(RequestContext context, GainsArguments arguments) {
        LotMatching matching = TaxQuestion.matching(arguments.lotMethod());
        Optional<HoldingPeriod> period = TaxQuestion.holdingPeriod(arguments.longTermAfterMonths());
        TaxYear year = TaxQuestion.year(arguments.taxYear(), arguments.taxYearStart());
        Figure<TaxBook> found = books.of(context, arguments.portfolioId(), matching);
        if (found.whyMissing().isPresent()) {
            return Outcome.unavailable(found.whyMissing().get());
        }
        TaxBook book = found.asOptional().orElseThrow();
        return new Outcome.Available<>(
                new GainsOfYear(book, year, period).report(arguments.taxYear()),
                Sources.of(book.snapshot(), method(matching), false),
                book.snapshot().findings());
    }

    private static String method(LotMatching matching) {
        return TaxQuestion.name(matching) + ", costs and proceeds at the rates of their dates";
    }

    private Outcome<WashSaleReport> washSales(RequestContext context, WashArguments arguments) {
        LotMatching matching = TaxQuestion.lots(arguments.lotMethod());
        int window = TaxQuestion.window(arguments.windowDays());
        Optional<HoldingPeriod> period = TaxQuestion.holdingPeriod(arguments.longTermAfterMonths());
        TaxYear year = TaxQuestion.year(arguments.taxYear(), arguments.taxYearStart());
        Figure<TaxBook> found = books.of(context, arguments.portfolioId(), matching);
        if (found.whyMissing().isPresent()) {
            return Outcome.unavailable(found.whyMissing().get());
        }
        TaxBook book = found.asOptional().orElseThrow();
        WashesOfYear washes = new WashesOfYear(book, books.household(context, book), year, period, window);
        return Outcome.available(
                washes.report(arguments.taxYear()),
                Sources.of(
                        book.snapshot(),
                        method(matching) + "; losses deferred by purchases within " + window + " days",
                        false));
    }

    private Outcome<LotDetails> lots(RequestContext context, LotArguments arguments) {
        LotMatching matching = TaxQuestion.matching(arguments.lotMethod());
        Optional<HoldingPeriod> period = TaxQuestion.holdingPeriod(arguments.longTermAfterMonths());
        Figure<TaxBook> found = books.of(context, arguments.portfolioId(), matching);
        if (found.whyMissing().isPresent()) {
            return Outcome.unavailable(found.whyMissing().get());
        }
        TaxBook book = found.asOptional().orElseThrow();
        List<TaxBook> all = java.util.Arrays.stream(LotMatching.values())
                .map(method -> books.of(context, arguments.portfolioId(), method)
                        .asOptional()
                        .orElseThrow())
                .toList();
        return Outcome.available(
                new OpenLots(book, period).details(all), Sources.of(book.snapshot(), method(matching), false));
    }

    private Outcome<ClosedLots> closed(RequestContext context, ClosedArguments arguments) {
        LotMatching matching = TaxQuestion.matching(arguments.lotMethod());
        Optional<HoldingPeriod> period = TaxQuestion.holdingPeriod(arguments.longTermAfterMonths());
        Figure<TaxBook> found = books.of(context, arguments.portfolioId(), matching);
        if (found.whyMissing().isPresent()) {
            return Outcome.unavailable(found.whyMissing().get());
        }
        TaxBook book = found.asOptional().orElseThrow();
        return new Outcome.Available<>(
                new Closings(book, period).report(arguments.securityId()),
                Sources.of(book.snapshot(), method(matching), false),
                book.snapshot().findings());
    }

    private Outcome<TaxSummary> summary(RequestContext context, SummaryArguments arguments) {
        return Outcome.available(
                new YearNetting(arguments).summary(),
                HarvestCapabilities.ofArguments(
                        context, "realized_gains", "short and long term netted, then each other"));
    }
}
