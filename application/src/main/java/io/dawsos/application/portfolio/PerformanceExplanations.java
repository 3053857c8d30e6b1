package io.dawsos.application.portfolio;

import io.dawsos.domain.attribution.AttributionExplanation;
import io.dawsos.domain.attribution.AttributionExplanation.Part;
import io.dawsos.domain.explanation.Explanation;
import io.dawsos.domain.explanation.Recording;
import io.dawsos.domain.figure.Figure;
import io.dawsos.domain.money.CurrencyCode;
import io.dawsos.domain.performance.ReturnSeries;
import io.dawsos.domain.performance.ReturnWindow;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Takes the numbers of performance and attribution apart: the same functions that compute them are called with a recorder. */
final class PerformanceExplanations {

    private final PortfolioSnapshot snapshot;
    private final ReturnSeries returns;
    private final LocalDate asOf;

    PerformanceExplanations(PortfolioSnapshot snapshot) {
        this.snapshot = snapshot;
        this.returns = ReturnSeries.of(snapshot.valuation());
        this.asOf = snapshot.asOf();
    }

    /** Explains a field of the performance metrics. */
    Optional<Explanation> metric(String name, int length) {
        Recording recording = new Recording();
        ReturnWindow window = returns.last(length);
        List<LocalDate> starts = PerformanceCapabilities.periodStarts(returns, asOf);
        int period = Arrays.asList("twr_1d", "twr_mtd", "twr_qtd", "twr_ytd", "twr_1y")
                .indexOf(name);
        if (period >= 0) {
            returns.since(starts.get(period), recording);
            return shown(recording);
        }
        return switch (name) {
            case "twr_3y_annualized" -> annualized(3);
            case "twr_5y_annualized" -> annualized(5);
            case "twr_itd" -> {
                returns.sinceInception(recording);
                yield shown(recording);
            }
            case "twr_itd_annualized" -> {
                Figure<Double> total = returns.sinceInception(recording);
                yield annualized(
                        total,
                        recording,
                        total.asOptional().isPresent()
                                ? asOf.toEpochDay() - returns.days().day(returns.firstKnown())
                                : 0);
            }
            case "volatility" -> {
                window.volatility(recording);
                yield shown(recording);
            }
            case "sharpe_ratio" -> {
                window.sharpeRatio(
                        snapshot.slice().macroOf(PortfolioSnapshots.RISK_FREE_SERIES),
                        PortfolioSnapshots.RISK_FREE_SERIES,
                        recording);
                yield shown(recording);
            }
            case "max_drawdown" -> {
                window.maxDrawdown(recording, new Recording());
                yield shown(recording);
            }
            case "current_drawdown" -> {
                window.maxDrawdown(new Recording(), recording);
                yield shown(recording);
            }
            default -> Optional.empty();
        };
    }

    private static Optional<Explanation> shown(Recording recording) {
        return recording.explanation().map(Explanation::shown);
    }

    private Optional<Explanation> annualized(int years) {
        Recording recording = new Recording();
        LocalDate start = asOf.minusYears(years);
        Figure<Double> total = returns.since(start, recording);
        return annualized(total, recording, asOf.toEpochDay() - start.toEpochDay());
    }

    private static Optional<Explanation> annualized(Figure<Double> total, Recording explained, long days) {
        Recording recording = new Recording();
        total.asOptional().ifPresent(value -> ReturnSeries.annualized(value, days, recording, explained.explanation()));
        return shown(recording);
    }

    /** Explains a number of a currency attribution that could be made. */
    Optional<Explanation> attribution(ResultPath path, int length) {
        AttributionExplanation attribution = new AttributionExplanation(snapshot.valuation(), returns, length);
        if (path.size() == 1) {
            return switch (path.name(0)) {
                case "local_return" ->
                    Optional.of(attribution.part(Part.LOCAL, Optional.empty()).shown());
                case "fx_return" ->
                    Optional.of(attribution.part(Part.FX, Optional.empty()).shown());
                case "interaction" ->
                    Optional.of(
                            attribution.part(Part.INTERACTION, Optional.empty()).shown());
                case "total_return" ->
                    Optional.of(attribution.total(Optional.empty()).shown());
                case "residual" -> Optional.of(attribution.residual().shown());
                default -> Optional.empty();
            };
        }
        if (path.size() != 3
                || !path.name(0).equals("by_currency")
                || !path.name(1).matches("[A-Z]{3}")) {
            return Optional.empty();
        }
        CurrencyCode currency = CurrencyCode.of(path.name(1));
        return switch (path.name(2)) {
            case "local" ->
                Optional.of(attribution.part(Part.LOCAL, Optional.of(currency)).shown());
            case "fx" ->
                Optional.of(attribution.part(Part.FX, Optional.of(currency)).shown());
            case "interaction" ->
                Optional.of(attribution
                        .part(Part.INTERACTION, Optional.of(currency))
                        .shown());
            case "total" -> Optional.of(attribution.total(Optional.of(currency)).shown());
            case "weight" -> Optional.of(attribution.weight(currency).shown());
            default -> Optional.empty();
        };
    }
}
