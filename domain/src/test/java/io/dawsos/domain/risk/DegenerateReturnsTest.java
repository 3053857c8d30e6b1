package io.dawsos.domain.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.domain.figure.Figure;
import io.dawsos.domain.risk.BenchmarkStatistics.Capture;
import io.dawsos.domain.risk.RiskConventions.Compounding;
import io.dawsos.domain.risk.RiskConventions.Divisor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the returns are, a figure is a number that can be stated, or it says why there is none. */
class DegenerateReturnsTest {

    static Stream<double[]> series() {
        double[] alternating = new double[64];
        Arrays.setAll(alternating, i -> i % 2 == 0 ? 0.1 : -0.1);
        double[] once = new double[64];
        once[10] = -0.2;
        double[] equal = new double[64];
        Arrays.fill(equal, 0.1);
        return Stream.of(
                new double[0],
                new double[] {0},
                new double[] {0.01},
                new double[] {-1},
                new double[] {0, 0},
                new double[] {0.01, 0.01, 0.01, 0.01},
                new double[] {-0.01, -0.02, -0.03, -0.04},
                new double[] {0.01, 0.02, 0.03, 0.04},
                new double[] {-1, 0.5, 0.1, 0.2},
                new double[] {-1.5, 0.5, -2.5, 0.2},
                new double[] {1e-320, 2e-320, 3e-320, 0},
                new double[] {1e150, -0.5, 1e150, 0.1},
                new double[] {1e300, 1e300, -1e300, 1e300, 1e300},
                alternating,
                once,
                equal,
                new double[64]);
    }

    @ParameterizedTest
    @MethodSource("series")
    void every_figure_is_a_number_or_missing(double[] returns) {
        for (RiskConventions conventions : List.of(
                RiskConventions.DAILY,
                RiskConventions.DAILY.compounded(Compounding.GEOMETRIC),
                RiskConventions.DAILY.divided(Divisor.ALL, Divisor.BELOW_TARGET),
                RiskConventions.DAILY.divided(Divisor.ALL, Divisor.LESS_ONE))) {
            List<Object> figures = figures(returns, conventions);
            for (int i = 0; i < figures.size(); i++) {
                check("figure " + i, figures.get(i));
            }
        }
    }

    private static List<Object> figures(double[] r, RiskConventions by) {
        double[] zero = new double[r.length];
        double[] some = ReturnStatistics.constant(0.001, r.length);
        List<Object> figures = new ArrayList<>(List.of(
                ReturnStatistics.cumulative(r),
                ReturnStatistics.annual(r, by),
                ReturnStatistics.volatility(r, by),
                ReturnStatistics.downsideDeviation(r, some, by),
                ReturnStatistics.semiDeviation(r, by),
                ReturnStatistics.lowerPartialMoment(r, some, 3),
                ReturnStatistics.upperPartialMoment(r, some, 1),
                ReturnStatistics.downsideFrequency(r, some),
                ReturnStatistics.meanAbsoluteDeviation(r, 0),
                ReturnStatistics.skewness(r),
                ReturnStatistics.excessKurtosis(r),
                RiskRatios.sharpe(r, some, by),
                RiskRatios.adjustedSharpe(r, zero, by),
                RiskRatios.sortino(r, some, by),
                RiskRatios.omega(r, zero),
                RiskRatios.kappa(r, zero, 3),
                RiskRatios.calmar(r, by),
                RiskRatios.sterling(r, by),
                RiskRatios.martin(r, by),
                RiskRatios.pain(r, by),
                RiskRatios.burke(r, by),
                RiskRatios.tailRatio(r, 0.05),
                EntropicRisk.measure(r, 0.5, 0.95),
                EntropicRisk.valueAtRisk(r, 0.95)));
        DrawdownPath.of(r)
                .asOptional()
                .ifPresent(path -> figures.addAll(List.of(
                        path.maximum(),
                        path.painIndex(),
                        path.ulcerIndex(),
                        path.averageDepth(),
                        path.atRisk(0.95),
                        path.conditionalAtRisk(0.95),
                        path.episodes())));
        for (TailLoss.Method method : TailLoss.Method.values()) {
            figures.add(TailLoss.of(r, method, 0.95, 1, by));
            figures.add(TailLoss.of(r, method, 0.99, 3, by));
        }
        for (double[] other : List.of(zero, r, some)) {
            figures.addAll(against(BenchmarkStatistics.of(r, other, zero, by)));
            figures.addAll(against(BenchmarkStatistics.of(r, other, some, by)));
            figures.add(PositionRisk.of(
                    List.of("a", "b"), new double[] {0.5, -0.5}, new double[][] {r, other}, 0.95, 1, by));
            figures.add(FactorExposures.of(r, List.of("a"), new double[][] {other}, by));
        }
        return figures;
    }

    private static List<Object> against(BenchmarkStatistics pairs) {
        return List.of(
                pairs.beta(),
                pairs.alpha(),
                pairs.alphaPerPeriod(),
                pairs.jensenAlpha(),
                pairs.correlation(),
                pairs.trackingError(),
                pairs.activePremium(),
                pairs.informationRatio(),
                pairs.upCapture(Capture.PER_YEAR),
                pairs.downCapture(Capture.CUMULATIVE),
                pairs.captureRatio(Capture.PER_YEAR),
                pairs.treynor(),
                pairs.mSquared(),
                pairs.specificRisk(),
                pairs.whereBenchmark(value -> value > 0).beta());
    }

    private static void check(String path, Object value) {
        if (value instanceof Figure<?> figure) {
            figure.asOptional().ifPresent(known -> check(path, known));
        } else if (value instanceof Double number) {
            assertThat(number).as(path).isFinite();
            assertThat(Double.doubleToRawLongBits(number)).as(path + " is -0").isNotEqualTo(Long.MIN_VALUE);
        } else if (value instanceof Collection<?> all) {
            all.forEach(each -> check(path + " element", each));
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, each) -> check(path + "." + key, each));
        } else if (value instanceof Record some) {
            for (RecordComponent component : some.getClass().getRecordComponents()) {
                try {
                    component.getAccessor().setAccessible(true);
                    check(
                            path + "." + component.getName(),
                            component.getAccessor().invoke(some));
                } catch (ReflectiveOperationException e) {
                    throw new LinkageError(e.getMessage(), e);
                }
            }
        }
    }
}
