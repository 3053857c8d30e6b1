package io.dawsos.application.tax;

import io.dawsos.application.portfolio.Positions;
import io.dawsos.application.portfolio.Sources;
import io.dawsos.application.portfolio.UnrealizedPl;
import io.dawsos.domain.capability.Capability;
import io.dawsos.domain.capability.Describe;
import io.dawsos.domain.capability.Outcome;
import io.dawsos.domain.capability.Provenance;
import io.dawsos.domain.capability.RequestContext;
import io.dawsos.domain.figure.Figure;
import io.dawsos.domain.ledger.LotMatching;
import io.dawsos.domain.ledger.Universe;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Capabilities that find losses worth realizing. */
public final class HarvestCapabilities {

    private final TaxBooks books;

    @Inject
    HarvestCapabilities(TaxBooks books) {
        this.books = books;
    }

    /** Arguments of {@code tax.identify_losses}. */
    public record LossArguments(
            @Describe("What ledger.positions gave.") Positions positions,
            @Describe("What metrics.unrealized_pl gave.") UnrealizedPl unrealizedPl,

            @Describe("Losses smaller than this are left out, in base currency; 0 if null.")
            Optional<BigDecimal> minLoss) {}

    /** Arguments of {@code tax.wash_sale_check}. */
    public record CheckArguments(
            UUID portfolioId,
            @Describe("What tax.identify_losses gave.") LossPositions positions,

            @Describe("Days before and after a sale that count; 30 if null.")
            Optional<Integer> windowDays) {}

    /** Arguments of {@code tax.calculate_benefit}. */
    public record BenefitArguments(
            @Describe("What tax.identify_losses gave.") LossPositions lossPositions,

            @Describe("Fraction of a gain that is taxed away, 0 to 1.")
            BigDecimal taxRate,

            @Describe("What tax.wash_sale_check gave; no loss is deferred if null.")
            Optional<WashSaleRisks> washSaleRisks,

            @Describe("Whether losses that would be deferred count as unusable; true if null.")
            Optional<Boolean> avoidWashSales) {}

    /** Arguments of {@code tax.rank_opportunities}. */
    public record RankArguments(
            @Describe("What tax.identify_losses gave.") LossPositions positions,
            @Describe("What tax.calculate_benefit gave.") TaxBenefits benefits) {}

    /** The capabilities. */
    public List<Capability<?, ?>> all() {
        return List.of(
                Capability.pure(
                        "tax.identify_losses",
                        "Positions that are below their cost",
                        LossArguments.class,
                        LossPositions.class,
                        this::losses),
                // It reads the heads of portfolios that a run does not pin: its result is recorded and never cached.
                Capability.external(
                        "tax.wash_sale_check",
                        "Purchases of the owner that would defer losses realized now",
                        CheckArguments.class,
                        WashSaleRisks.class,
                        this::check,
                        java.util.Set.of()),
                Capability.pure(
                        "tax.calculate_benefit",
                        "What realizing losses would save",
                        BenefitArguments.class,
                        TaxBenefits.class,
                        this::benefits),
                Capability.pure(
                        "tax.rank_opportunities",
                        "Losses in the order of what they would save",
                        RankArguments.class,
                        HarvestOpportunities.class,
                        this::rank));
    }

    static Provenance ofArguments(RequestContext context, String argument, String method) {
        return new Provenance(
                List.of("argument:" + argument),
                context.pack().map(pack -> pack.asOf()),
                method,
                1,
                context.pack()
                        .filter(pack -> pack.universe() == Universe.SIMULATED)
                        .isPresent());
    }

    private Outcome<LossPositions> losses(RequestContext context, LossArguments arguments) {
        return Outcome.available(
                Harvest.losses(
                        arguments.positions(),
                        arguments.unrealizedPl(),
                        arguments.minLoss().orElse(BigDecimal.ZERO)),
                ofArguments(context, "unrealized_pl", "market value below cost"));
    }

    private Outcome<WashSaleRisks> check(RequestContext context, CheckArguments arguments) {
        int window = TaxQuestion.window(arguments.windowDays());
        Figure<TaxBook> found = books.of(context, arguments.portfolioId(), LotMatching.FIFO);
        if (found.whyMissing().isPresent()) {
            return Outcome.unavailable(found.whyMissing().get());
        }
        TaxBook book = found.asOptional().orElseThrow();
        WashSaleRisks risks = new RiskCheck(book, books.household(context, book), window).of(arguments.positions());
        return Outcome.available(
                risks,
                Sources.of(book.snapshot(), "purchases within " + window + " days before the as-of date", false));
    }

    private Outcome<TaxBenefits> benefits(RequestContext context, BenefitArguments arguments) {
        YearNetting.rate("tax_rate", Optional.of(arguments.taxRate()));
        return Outcome.available(
                Harvest.benefits(
                        arguments.lossPositions(),
                        arguments.taxRate(),
                        arguments
                                .washSaleRisks()
                                .filter(risks -> arguments.avoidWashSales().orElse(true))),
                ofArguments(context, "loss_positions", "usable loss times the rate"));
    }

    private Outcome<HarvestOpportunities> rank(RequestContext context, RankArguments arguments) {
        return Outcome.available(
                Harvest.rank(arguments.positions(), arguments.benefits()),
                ofArguments(context, "benefits", "largest saving first"));
    }
}
