package io.dawsos.domain.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.dawsos.domain.risk.TailLoss.Method;
import io.dawsos.domain.statistics.CovarianceMatrix;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PositionRiskTest {

    private static final RiskConventions DAILY = RiskConventions.DAILY;

    private static PositionRisk of(double[] weights, double[]... returns) {
        return PositionRisk.of(
                        IntStream.range(0, weights.length)
                                .mapToObj(i -> "p" + i)
                                .toList(),
                        weights,
                        returns,
                        0.95,
                        1,
                        DAILY)
                .asOptional()
                .orElseThrow();
    }

    /** Two positions of equal size that move against each other in part: variances 4 and 1, covariance 0, in units of 1e-4. */
    @Test
    void two_positions_by_hand() {
        double[] a = new double[20];
        double[] b = new double[20];
        for (int i = 0; i < 20; i++) {
            a[i] = i % 2 == 0 ? 0.02 : -0.02;
            b[i] = i % 4 < 2 ? 0.01 : -0.01;
        }
        double unit = Math.sqrt(20 / 19.0 * 252);
        PositionRisk risk = of(new double[] {0.5, 0.5}, a, b);
        assertThat(risk.volatility()).isCloseTo(Math.sqrt(1.25e-4) * unit, within(1e-12));
        assertThat(risk.positions().get(0).volatilityShare()).isCloseTo(0.8, within(1e-12));
        assertThat(risk.positions().get(1).volatilityShare()).isCloseTo(0.2, within(1e-12));
        assertThat(risk.diversificationRatio()).isCloseTo(0.015 / Math.sqrt(1.25e-4), within(1e-12));
        assertThat(risk.positions().get(0).correlation().asOptional().orElseThrow())
                .isCloseTo(0.02 * 0.5 / Math.sqrt(1.25e-4), within(1e-12));
    }

    @Property(tries = 300)
    void parts_sum_to_the_portfolio_and_agree_with_the_matrix(@ForAll Random random) {
        int count = 1 + random.nextInt(8);
        int size = 20 + random.nextInt(80);
        double[] weights = random.doubles(count, -0.5, 1).toArray();
        double[] common = random.doubles(size, -0.02, 0.02).toArray();
        double[][] returns = new double[count][];
        for (int j = 0; j < count; j++) {
            double[] own = random.doubles(size, -0.03, 0.03).toArray();
            returns[j] = IntStream.range(0, size)
                    .mapToDouble(t -> own[t] + common[t])
                    .toArray();
        }
        PositionRisk risk = of(weights, returns);
        assertThat(risk.positions().stream()
                        .mapToDouble(PositionRisk.Part::componentValueAtRisk)
                        .sum())
                .isCloseTo(risk.valueAtRisk(), within(1e-9));
        assertThat(risk.positions().stream()
                        .mapToDouble(PositionRisk.Part::componentConditional)
                        .sum())
                .isCloseTo(risk.conditional(), within(1e-9));
        assertThat(risk.positions().stream()
                        .mapToDouble(PositionRisk.Part::volatilityContribution)
                        .sum())
                .isCloseTo(risk.volatility(), within(1e-9));
        CovarianceMatrix matrix = CovarianceMatrix.of(returns, 1);
        double variance = 0;
        for (int i = 0; i < count; i++) {
            double slope = 0;
            for (int j = 0; j < count; j++) {
                slope += matrix.value(i, j) * weights[j];
            }
            variance += weights[i] * slope;
        }
        assertThat(risk.volatility()).isCloseTo(Math.sqrt(variance * 252), within(1e-10));
        double[] portfolio = IntStream.range(0, size)
                .mapToDouble(t -> IntStream.range(0, count)
                        .mapToDouble(j -> weights[j] * returns[j][t])
                        .sum())
                .toArray();
        TailLoss loss = TailLoss.of(portfolio, Method.PARAMETRIC, 0.95, 1, DAILY)
                .asOptional()
                .orElseThrow();
        assertThat(risk.valueAtRisk()).isCloseTo(loss.valueAtRisk(), within(1e-12));
        assertThat(risk.conditional()).isCloseTo(loss.conditional(), within(1e-12));
        // The slope of the value at risk, by a small change of one weight
        double[] more = weights.clone();
        more[0] += 1e-6;
        assertThat((of(more, returns).valueAtRisk() - risk.valueAtRisk()) / 1e-6)
                .isCloseTo(risk.positions().get(0).marginalValueAtRisk(), within(1e-5));
    }

    @Test
    void what_has_no_value_says_why() {
        double[] flat = new double[20];
        assertThat(PositionRisk.of(List.of("a"), new double[] {1}, new double[][] {flat}, 0.95, 1, DAILY)
                        .whyMissing())
                .hasValueSatisfying(why -> assertThat(why.code()).isEqualTo("no_variation"));
        assertThat(PositionRisk.of(List.of(), new double[0], new double[0][], 0.95, 1, DAILY)
                        .whyMissing())
                .hasValueSatisfying(why -> assertThat(why.code()).isEqualTo("too_few_returns"));
        assertThatThrownBy(() -> PositionRisk.of(List.of(), new double[0], new double[0][], 1.5, 1, DAILY))
                .isInstanceOf(IllegalArgumentException.class);
        double[] moving = IntStream.range(0, 20).mapToDouble(i -> i * 0.01).toArray();
        assertThat(of(new double[] {0.5, 0.5}, flat, moving)
                        .positions()
                        .get(0)
                        .correlation()
                        .whyMissing())
                .isPresent();
    }

    @Test
    void exposures_are_found_and_their_shares_sum_to_what_is_explained() {
        Random random = new Random(7);
        double[] rates = random.doubles(100, -0.01, 0.01).toArray();
        double[] dollar = random.doubles(100, -0.01, 0.01).toArray();
        double[] returns = IntStream.range(0, 100)
                .mapToDouble(t -> 0.0001 + 0.5 * rates[t] - 2 * dollar[t] + (t % 2 == 0 ? 0.001 : -0.001))
                .toArray();
        FactorExposures found = FactorExposures.of(
                        returns, List.of("rates", "dollar"), new double[][] {rates, dollar}, DAILY)
                .asOptional()
                .orElseThrow();
        assertThat(found.factors().get(0).exposure()).isCloseTo(0.5, within(0.05));
        assertThat(found.factors().get(1).exposure()).isCloseTo(-2, within(0.05));
        assertThat(found.residualRisk()).isCloseTo(0.001 * Math.sqrt(252), within(0.001));
        assertThat(found.factors().stream()
                        .mapToDouble(FactorExposures.Factor::varianceShare)
                        .sum())
                .isCloseTo(found.line().rSquared().asOptional().orElseThrow(), within(1e-9));
        double explained = found.alpha()
                + found.factors().stream()
                        .mapToDouble(FactorExposures.Factor::returnContribution)
                        .sum();
        assertThat(explained).isCloseTo(Arrays.stream(returns).average().orElseThrow() * 252, within(1e-9));
        assertThat(FactorExposures.rolling(
                        returns, List.of("rates"), new double[][] {rates}, new int[] {50, 70, 99}, 60, DAILY))
                .satisfies(history -> {
                    assertThat(history.get(0).whyMissing()).isPresent();
                    assertThat(history.get(1).asOptional()).isPresent();
                    assertThat(history.get(2).asOptional().orElseThrow().line().observations())
                            .isEqualTo(60);
                });
        assertThat(FactorExposures.of(
                                Arrays.copyOf(returns, 59),
                                List.of("rates"),
                                new double[][] {Arrays.copyOf(rates, 59)},
                                DAILY)
                        .whyMissing())
                .hasValueSatisfying(why -> assertThat(why.code()).isEqualTo("too_few_observations"));
    }
}
