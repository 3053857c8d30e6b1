package io.dawsos.domain.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.dawsos.domain.figure.Figure;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class LeastSquaresTest {

    private static final MathContext DIGITS = new MathContext(60);

    private static LeastSquares fit(double[] y, double[]... x) {
        return LeastSquares.of(y, names(x.length), x, 1).asOptional().orElseThrow();
    }

    private static List<String> names(int count) {
        return IntStream.range(0, count).mapToObj(i -> "x" + i).toList();
    }

    private static double known(Figure<Double> figure) {
        return figure.asOptional().orElseThrow();
    }

    /** Points (1, 1), (2, 3), (3, 2), (4, 4): slope 0.8, intercept 0.5, squared residuals 1.8 of 5. */
    @Test
    void a_line_by_hand() {
        LeastSquares line = fit(new double[] {1, 3, 2, 4}, new double[] {1, 2, 3, 4});
        assertThat(line.coefficients().get(0).value()).isCloseTo(0.8, within(1e-14));
        assertThat(line.intercept().value()).isCloseTo(0.5, within(1e-14));
        assertThat(known(line.rSquared())).isCloseTo(0.64, within(1e-14));
        assertThat(known(line.adjustedRSquared())).isCloseTo(0.46, within(1e-14));
        assertThat(line.residualDeviation()).isCloseTo(Math.sqrt(0.9), within(1e-14));
        assertThat(line.coefficients().get(0).error()).isCloseTo(Math.sqrt(0.9 / 5), within(1e-14));
        assertThat(known(line.coefficients().get(0).t())).isCloseTo(0.8 / Math.sqrt(0.18), within(1e-13));
        assertThat(line.intercept().error()).isCloseTo(Math.sqrt(0.9 * (0.25 + 6.25 / 5)), within(1e-14));
    }

    @Test
    void lags_grow_with_the_sample() {
        assertThat(LeastSquares.defaultLags(100)).isEqualTo(4);
        assertThat(LeastSquares.defaultLags(2520)).isEqualTo(8);
    }

    @Test
    void what_can_not_be_fitted_says_why() {
        double[] y = {1, 2, 3, 5, 8};
        double[] x = {1, 2, 3, 4, 6};
        double[] twice = Arrays.stream(x).map(value -> 3 - 2 * value).toArray();
        double[] other = {0, 1, 0, 1, 1};
        assertThat(LeastSquares.of(y, names(1), new double[][] {x}, 60).whyMissing())
                .hasValueSatisfying(why -> assertThat(why.code()).isEqualTo("too_few_observations"));
        assertThat(LeastSquares.of(y, List.of("rates", "credit", "dollar"), new double[][] {other, x, twice}, 5)
                        .whyMissing())
                .hasValueSatisfying(why -> {
                    assertThat(why.code()).isEqualTo("factors_collinear");
                    assertThat(why.message()).contains("credit and dollar");
                });
        assertThat(LeastSquares.of(y, names(1), new double[][] {new double[] {2, 2, 2, 2, 2}}, 5)
                        .whyMissing())
                .hasValueSatisfying(why -> assertThat(why.code()).isEqualTo("factor_constant"));
        LeastSquares exact = fit(x.clone(), x);
        assertThat(exact.coefficients().get(0).t().whyMissing()).isPresent();
        LeastSquares flat = fit(new double[5], x);
        assertThat(flat.rSquared().whyMissing()).isPresent();
    }

    /** Normal equations and Newey and West's sum as they are written, in decimals of 60 digits. */
    @Property(tries = 60)
    void agrees_with_exact_normal_equations(@ForAll Random random) {
        int n = 8 + random.nextInt(40);
        int k = 1 + random.nextInt(3);
        double[][] x = new double[k][];
        double[] y = random.doubles(n, -1, 1).toArray();
        for (int j = 0; j < k; j++) {
            x[j] = random.doubles(n, -1 + j, 1 + j).toArray();
        }
        LeastSquares line = fit(y, x);
        BigDecimal[][] design = new BigDecimal[n][k + 1];
        for (int t = 0; t < n; t++) {
            design[t][0] = BigDecimal.ONE;
            for (int j = 0; j < k; j++) {
                design[t][j + 1] = new BigDecimal(x[j][t]);
            }
        }
        BigDecimal[][] inverse = inverse(products(design, design));
        BigDecimal[] beta = new BigDecimal[k + 1];
        for (int i = 0; i <= k; i++) {
            beta[i] = BigDecimal.ZERO;
            for (int j = 0; j <= k; j++) {
                for (int t = 0; t < n; t++) {
                    beta[i] = beta[i].add(
                            inverse[i][j].multiply(design[t][j], DIGITS).multiply(new BigDecimal(y[t])), DIGITS);
                }
            }
        }
        BigDecimal[][] scores = new BigDecimal[n][k + 1];
        BigDecimal squares = BigDecimal.ZERO;
        for (int t = 0; t < n; t++) {
            BigDecimal rest = new BigDecimal(y[t]);
            for (int j = 0; j <= k; j++) {
                rest = rest.subtract(beta[j].multiply(design[t][j]), DIGITS);
            }
            squares = squares.add(rest.pow(2), DIGITS);
            for (int j = 0; j <= k; j++) {
                scores[t][j] = rest.multiply(design[t][j], DIGITS);
            }
        }
        double variance = squares.doubleValue() / (n - k - 1);
        BigDecimal[][] middle = products(scores, scores);
        for (int lag = 1; lag <= line.lags(); lag++) {
            BigDecimal weight = new BigDecimal(1 - lag / (line.lags() + 1.0));
            BigDecimal[][] shifted =
                    products(Arrays.copyOfRange(scores, lag, n), Arrays.copyOfRange(scores, 0, n - lag));
            for (int i = 0; i <= k; i++) {
                for (int j = 0; j <= k; j++) {
                    middle[i][j] = middle[i][j].add(weight.multiply(shifted[i][j].add(shifted[j][i])), DIGITS);
                }
            }
        }
        for (int i = 0; i <= k; i++) {
            LeastSquares.Coefficient found =
                    i == 0 ? line.intercept() : line.coefficients().get(i - 1);
            assertThat(found.value()).isCloseTo(beta[i].doubleValue(), within(1e-10));
            assertThat(found.error()).isCloseTo(Math.sqrt(variance * inverse[i][i].doubleValue()), within(1e-10));
            BigDecimal robust = BigDecimal.ZERO;
            for (int a = 0; a <= k; a++) {
                for (int b = 0; b <= k; b++) {
                    robust = robust.add(
                            inverse[i][a].multiply(middle[a][b], DIGITS).multiply(inverse[b][i], DIGITS));
                }
            }
            assertThat(found.robustError()).isCloseTo(Math.sqrt(Math.max(0, robust.doubleValue())), within(1e-8));
        }
    }

    private static BigDecimal[][] products(BigDecimal[][] a, BigDecimal[][] b) {
        int size = a[0].length;
        BigDecimal[][] sums = new BigDecimal[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                BigDecimal sum = BigDecimal.ZERO;
                for (int t = 0; t < a.length; t++) {
                    sum = sum.add(a[t][i].multiply(b[t][j]), DIGITS);
                }
                sums[i][j] = sum;
            }
        }
        return sums;
    }

    /** Gauss and Jordan's elimination. */
    private static BigDecimal[][] inverse(BigDecimal[][] matrix) {
        int size = matrix.length;
        BigDecimal[][] left = matrix;
        BigDecimal[][] right = new BigDecimal[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                right[i][j] = i == j ? BigDecimal.ONE : BigDecimal.ZERO;
            }
        }
        for (int i = 0; i < size; i++) {
            BigDecimal pivot = left[i][i];
            for (int j = 0; j < size; j++) {
                left[i][j] = left[i][j].divide(pivot, DIGITS);
                right[i][j] = right[i][j].divide(pivot, DIGITS);
            }
            for (int row = 0; row < size; row++) {
                BigDecimal factor = left[row][i];
                for (int j = 0; row != i && j < size; j++) {
                    left[row][j] = left[row][j].subtract(factor.multiply(left[i][j]), DIGITS);
                    right[row][j] = right[row][j].subtract(factor.multiply(right[i][j]), DIGITS);
                }
            }
        }
        return right;
    }
}
