package io.dawsos.application.portfolio;

import io.dawsos.domain.capability.Capability;
import io.dawsos.domain.capability.Describe;
import io.dawsos.domain.capability.Outcome;
import io.dawsos.domain.capability.Provenance;
import io.dawsos.domain.capability.RequestContext;
import io.dawsos.domain.figure.Figure;
import io.dawsos.domain.ledger.Universe;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The capability that lays results out as charts. */
public final class ChartCapabilities {

    @jakarta.inject.Inject
    ChartCapabilities() {}

    /** Arguments of {@code charts.overview}; a chart is made of each that is given. */
    public record OverviewArguments(
            Optional<ValuedPositions> positions,
            Optional<PerformanceMetrics> twr,
            Optional<CurrencyAttributionResult> currencyAttr) {}

    /** The result of {@code charts.overview}. */
    @Describe("Charts of a portfolio, as data.")
    public record Charts(List<Chart> charts, int chartCount) {}

    /** One chart. */
    @Describe("One chart.")
    public record Chart(
            @Describe("donut or bar.") String type,
            String title,

            @Describe("What the values are: a currency code, or fraction.")
            String unit,

            List<ChartPoint> data) {}

    /** One value of a chart. */
    @Describe("One value of a chart.")
    public record ChartPoint(String label, Figure<Double> value) {}

    /** The capabilities. */
    public List<Capability<?, ?>> all() {
        return List.of(Capability.pure(
                "charts.overview",
                "Allocation, period returns and currency attribution as charts",
                OverviewArguments.class,
                Charts.class,
                ChartCapabilities::overview));
    }

    private static Outcome<Charts> overview(RequestContext context, OverviewArguments arguments) {
        List<Chart> charts = new ArrayList<>();
        arguments
                .positions()
                .ifPresent(positions -> charts.add(new Chart(
                        "donut",
                        "Allocation",
                        positions.baseCurrency(),
                        positions.positions().stream()
                                .map(row -> new ChartPoint(
                                        row.symbol(), row.marketValue().map(Number::doubleValue)))
                                .toList())));
        arguments
                .twr()
                .ifPresent(metrics -> charts.add(new Chart(
                        "bar",
                        "Time-weighted return",
                        "fraction",
                        List.of(
                                new ChartPoint("1D", metrics.twr1d()),
                                new ChartPoint("MTD", metrics.twrMtd()),
                                new ChartPoint("YTD", metrics.twrYtd()),
                                new ChartPoint("1Y", metrics.twr1y()),
                                new ChartPoint("ITD", metrics.twrItd())))));
        arguments
                .currencyAttr()
                .ifPresent(split -> charts.add(new Chart(
                        "donut",
                        "Return by local prices and exchange rates",
                        "fraction",
                        List.of(
                                new ChartPoint("Local", Figure.known(split.localReturn())),
                                new ChartPoint("FX", Figure.known(split.fxReturn())),
                                new ChartPoint("Interaction", Figure.known(split.interaction()))))));
        return Outcome.available(
                new Charts(charts, charts.size()),
                new Provenance(
                        List.of("arguments"),
                        context.pack().map(pack -> pack.asOf()),
                        "layout",
                        1,
                        context.pack()
                                .filter(pack -> pack.universe() == Universe.SIMULATED)
                                .isPresent()));
    }
}
