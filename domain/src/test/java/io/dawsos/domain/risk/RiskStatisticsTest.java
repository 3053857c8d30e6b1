package io.dawsos.domain.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.dawsos.domain.figure.Figure;
import io.dawsos.domain.performance.ReturnSeries;
import io.dawsos.domain.performance.ValuationDays;
import io.dawsos.domain.pricing.ObservationSeries;
import io.dawsos.domain.risk.BenchmarkStatistics.Capture;
import io.dawsos.domain.risk.RiskConventions.Compounding;
import io.dawsos.domain.risk.TailLoss.Method;
import io.dawsos.domain.statistics.NormalDistribution;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class RiskStatisticsTest {

    private static final RiskConventions DAILY = RiskConventions.DAILY;
    private static final MathContext DIGITS = new MathContext(40);

    private static double known(Figure<Double> figure) {
        return figure.asOptional().orElseThrow();
    }

    private static String code(Figure<?> figure) {
        return figure.whyMissing().orElseThrow().code();
    }

    @Test
    void conventions_are_said_in_words() {
        assertThat(DAILY.label())
                .isEqualTo("sample deviation (n - 1), shortfalls over all returns, 252 periods a year, mean returns");
        assertThatThrownBy(() -> DAILY.periods(0)).isInstanceOf(IllegalArgumentException.class);
    }

    /** 1 %, -1 %, 3 %: mean 1 %, deviation 2 %, one shortfall of 1 %. */
    @Test
    void three_returns_by_hand() {
        double[] returns = {0.01, -0.01, 0.03};
        double[] zero = new double[3];
        double year = Math.sqrt(252);
        assertThat(known(ReturnStatistics.volatility(returns, DAILY))).isCloseTo(0.02 * year, within(1e-15));
        assertThat(known(RiskRatios.sharpe(returns, zero, DAILY))).isCloseTo(0.5 * year, within(1e-13));
        assertThat(known(ReturnStatistics.downsideDeviation(returns, zero, DAILY)))
                .isCloseTo(0.01 / Math.sqrt(3) * year, within(1e-15));
        assertThat(known(RiskRatios.sortino(returns, zero, DAILY))).isCloseTo(Math.sqrt(3) * year, within(1e-12));
        assertThat(known(RiskRatios.omega(returns, zero))).isCloseTo(4, within(1e-12));
        assertThat(known(ReturnStatistics.skewness(returns))).isCloseTo(0, within(1e-12));
        assertThat(known(ReturnStatistics.cumulative(returns))).isCloseTo(1.01 * 0.99 * 1.03 - 1, within(1e-15));
        assertThat(known(ReturnStatistics.annual(returns, DAILY.periods(3)))).isCloseTo(0.03, within(1e-15));
    }

    @Test
    void what_has_no_value_says_why() {
        double[] none = {};
        double[] flat = {0.01, 0.01, 0.01, 0.01};
        double[] zero = new double[4];
        assertThat(code(ReturnStatistics.volatility(new double[] {0.1}, DAILY))).isEqualTo("too_few_returns");
        assertThat(code(ReturnStatistics.cumulative(none))).isEqualTo("too_few_returns");
        assertThat(code(RiskRatios.sharpe(flat, zero, DAILY))).isEqualTo("no_variation");
        assertThat(code(RiskRatios.sortino(flat, zero, DAILY))).isEqualTo("no_shortfall");
        assertThat(code(RiskRatios.omega(flat, zero))).isEqualTo("no_shortfall");
        assertThat(code(RiskRatios.kappa(flat, zero, 2))).isEqualTo("no_shortfall");
        assertThat(code(RiskRatios.calmar(flat, DAILY))).isEqualTo("no_drawdown");
        assertThat(code(RiskRatios.burke(flat, DAILY))).isEqualTo("no_drawdown");
        assertThat(code(RiskRatios.tailRatio(zero, 0.05))).isEqualTo("no_tail");
        assertThat(code(ReturnStatistics.skewness(flat))).isEqualTo("no_variation");
        assertThat(code(ReturnStatistics.excessKurtosis(new double[] {1, 2, 3})))
                .isEqualTo("too_few_returns");
        assertThat(code(ReturnStatistics.annual(new double[] {-1.5}, DAILY.compounded(Compounding.GEOMETRIC))))
                .isEqualTo("return_not_annualizable");
        assertThat(code(DrawdownPath.of(none))).isEqualTo("too_few_returns");
        assertThat(code(TailLoss.of(none, Method.HISTORICAL, 0.95, 1, DAILY))).isEqualTo("too_few_returns");
        assertThat(code(TailLoss.of(flat, Method.CORNISH_FISHER, 0.95, 1, DAILY)))
                .isEqualTo("no_variation");
        BenchmarkStatistics still = BenchmarkStatistics.of(new double[] {0.1, 0, 0.2, 0}, flat, zero, DAILY);
        assertThat(code(still.beta())).isEqualTo("no_variation");
        assertThat(code(still.downCapture(Capture.PER_YEAR))).isEqualTo("no_down_periods");
        assertThat(code(BenchmarkStatistics.of(flat, flat, zero, DAILY).informationRatio()))
                .isEqualTo("no_variation");
        assertThatThrownBy(() -> TailLoss.of(flat, Method.PARAMETRIC, 1, 1, DAILY))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Cash earns nothing while the rate is the same every day: what varies is rounding, and a ratio to it would be astronomic. */
    @Test
    void still_returns_against_a_constant_rate_have_no_ratio() {
        double[] still = new double[251];
        double[] rate = ReturnStatistics.constant(0.00013, still.length);
        assertThat(code(RiskRatios.sharpe(still, rate, DAILY))).isEqualTo("no_variation");
        assertThat(code(BenchmarkStatistics.of(still, rate, rate, DAILY).informationRatio()))
                .isEqualTo("no_variation");
        int[] days = IntStream.range(0, still.length).toArray();
        ObservationSeries.Builder percent = new ObservationSeries.Builder(1);
        percent.add(0, new BigDecimal("3.3"));
        assertThat(code(ReturnSeries.of(ValuationDays.of(days), still)
                        .last(still.length)
                        .sharpeRatio(percent.build(), "DTB3")))
                .isEqualTo("no_variation");
    }

    @Test
    void falls_and_their_ends() {
        DrawdownPath path = DrawdownPath.of(new double[] {-0.1, 0.2, -0.5, 1, 0.1})
                .asOptional()
                .orElseThrow();
        assertThat(path.maximum()).isCloseTo(0.5, within(1e-15));
        assertThat(path.episodes()).hasSize(2);
        assertThat(path.episodes().get(0).recovery()).hasValue(1);
        assertThat(path.episodes().get(1).trough()).isEqualTo(2);
        assertThat(path.episodes().get(1).recovery()).hasValue(3);
        assertThat(path.painIndex()).isCloseTo(0.12, within(1e-15));
        assertThat(path.ulcerIndex()).isCloseTo(Math.sqrt(0.26 / 5), within(1e-15));
    }

    /** Quantiles of the normal distribution as tables print them. */
    @Test
    void tails_of_a_normal_sample() {
        assertThat(NormalDistribution.quantile(0.05)).isCloseTo(-1.6448536269514722, within(1e-15));
        assertThat(NormalDistribution.quantile(0.99)).isCloseTo(2.3263478740408408, within(1e-15));
        assertThat(NormalDistribution.quantile(1e-10)).isCloseTo(-6.361340902404056, within(1e-14));
        double[] returns = {0.01, -0.01, 0.03, 0.01, 0.01};
        TailLoss loss = TailLoss.of(returns, Method.PARAMETRIC, 0.95, 4, DAILY)
                .asOptional()
                .orElseThrow();
        double deviation = Math.sqrt(0.0008 / 4) * 2;
        assertThat(loss.valueAtRisk()).isCloseTo(1.6448536269514722 * deviation - 0.04, within(1e-14));
        assertThat(loss.conditional()).isCloseTo(2.0627128 * deviation - 0.04, within(1e-8));
    }

    @Test
    void longer_horizons_compound_overlapping_returns() {
        double[] returns = {0.1, -0.5, 0.2};
        TailLoss loss = TailLoss.of(returns, Method.HISTORICAL_RANKED, 0.9, 2, DAILY)
                .asOptional()
                .orElseThrow();
        assertThat(loss.valueAtRisk()).isCloseTo(1 - 1.1 * 0.5, within(1e-15));
        assertThat(loss.horizon()).isEqualTo(2);
    }

    /** The mean over the tail of the expansion's quantiles, summed in small steps. */
    @Test
    void the_expanded_tail_is_the_mean_of_its_quantiles() {
        double[] returns = {0.01, -0.02, 0.03, -0.06, 0.01, 0.02, -0.01, 0.015};
        TailLoss loss = TailLoss.of(returns, Method.CORNISH_FISHER, 0.95, 1, DAILY)
                .asOptional()
                .orElseThrow();
        double sum = 0;
        int steps = 100_000;
        for (int i = 0; i < steps; i++) {
            double confidence = 1 - 0.05 * (i + 0.5) / steps;
            sum += TailLoss.of(returns, Method.CORNISH_FISHER, confidence, 1, DAILY)
                    .asOptional()
                    .orElseThrow()
                    .valueAtRisk();
        }
        assertThat(loss.conditional()).isCloseTo(sum / steps, within(1e-6));
        assertThat(loss.valueAtRisk()).isLessThan(loss.conditional());
    }

    @Test
    void an_expansion_that_is_no_distribution_is_marked() {
        double[] returns = new double[100];
        returns[0] = -0.5;
        TailLoss loss = TailLoss.of(returns, Method.CORNISH_FISHER, 0.95, 1, DAILY)
                .asOptional()
                .orElseThrow();
        assertThat(loss.monotone()).isFalse();
    }

    @Test
    void a_benchmark_followed_twofold() {
        double[] benchmark = {0.01, -0.02, 0.03, 0.005};
        double[] returns =
                Arrays.stream(benchmark).map(value -> 2 * value + 0.001).toArray();
        BenchmarkStatistics pairs = BenchmarkStatistics.of(returns, benchmark, new double[4], DAILY);
        assertThat(known(pairs.beta())).isCloseTo(2, within(1e-12));
        assertThat(known(pairs.alpha())).isCloseTo(0.252, within(1e-12));
        assertThat(known(pairs.correlation())).isCloseTo(1, within(1e-12));
        assertThat(known(pairs.specificRisk())).isCloseTo(0, within(1e-12));
        assertThat(known(pairs.upCapture(Capture.PER_YEAR))).isCloseTo(2 + 0.003 / 0.045, within(1e-12));
        assertThat(known(pairs.downCapture(Capture.PER_YEAR))).isCloseTo(1.95, within(1e-12));
    }

    /** The same figures in decimals of 40 digits. */
    @Property(tries = 300)
    void agrees_with_exact_decimals(@ForAll Random random) {
        int size = 5 + random.nextInt(60);
        double[] returns = random.doubles(size, -0.05, 0.05).toArray();
        double[] benchmark = random.doubles(size, -0.05, 0.05).toArray();
        double[] zero = new double[size];
        List<BigDecimal> own = exact(returns);
        List<BigDecimal> other = exact(benchmark);
        BigDecimal variance = covariance(own, own);
        assertThat(known(ReturnStatistics.volatility(returns, DAILY)))
                .isCloseTo(root(variance.multiply(BigDecimal.valueOf(252))), within(1e-12));
        assertThat(known(RiskRatios.sharpe(returns, zero, DAILY)))
                .isCloseTo(mean(own).doubleValue() / root(variance) * Math.sqrt(252), within(1e-9));
        BenchmarkStatistics pairs = BenchmarkStatistics.of(returns, benchmark, zero, DAILY);
        assertThat(known(pairs.beta()))
                .isCloseTo(
                        covariance(own, other)
                                .divide(covariance(other, other), DIGITS)
                                .doubleValue(),
                        within(1e-9));
        BigDecimal level = BigDecimal.ONE;
        BigDecimal peak = BigDecimal.ONE;
        BigDecimal deepest = BigDecimal.ZERO;
        for (BigDecimal value : own) {
            level = level.multiply(BigDecimal.ONE.add(value), DIGITS);
            peak = peak.max(level);
            deepest = deepest.max(BigDecimal.ONE.subtract(level.divide(peak, DIGITS)));
        }
        assertThat(DrawdownPath.of(returns).asOptional().orElseThrow().maximum())
                .isCloseTo(deepest.doubleValue(), within(1e-12));
        List<BigDecimal> losses = new ArrayList<>(own);
        losses.sort(null);
        BigDecimal share = BigDecimal.valueOf(size).multiply(new BigDecimal("0.05"));
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < size && share.compareTo(BigDecimal.valueOf(i)) > 0; i++) {
            sum = sum.add(
                    losses.get(i).multiply(share.subtract(BigDecimal.valueOf(i)).min(BigDecimal.ONE)));
        }
        assertThat(TailLoss.of(returns, Method.HISTORICAL_RANKED, 0.95, 1, DAILY)
                        .asOptional()
                        .orElseThrow()
                        .conditional())
                .isCloseTo(sum.negate().divide(share, DIGITS).doubleValue(), within(1e-9));
    }

    private static List<BigDecimal> exact(double[] values) {
        return Arrays.stream(values).mapToObj(BigDecimal::new).toList();
    }

    private static BigDecimal mean(List<BigDecimal> values) {
        return values.stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(values.size()), DIGITS);
    }

    private static BigDecimal covariance(List<BigDecimal> a, List<BigDecimal> b) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < a.size(); i++) {
            sum = sum.add(a.get(i).subtract(mean(a)).multiply(b.get(i).subtract(mean(b)), DIGITS));
        }
        return sum.divide(BigDecimal.valueOf(a.size() - 1L), DIGITS);
    }

    private static double root(BigDecimal value) {
        return value.sqrt(DIGITS).doubleValue();
    }
}
