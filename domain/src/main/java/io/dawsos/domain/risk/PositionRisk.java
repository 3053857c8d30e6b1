package io.dawsos.domain.risk;

import io.dawsos.domain.figure.Figure;
import io.dawsos.domain.statistics.CovarianceMatrix;
import io.dawsos.domain.statistics.Moments;
import io.dawsos.domain.statistics.NormalDistribution;
import java.util.ArrayList;
import java.util.List;

/**
 * The risk of a portfolio at given weights taken apart into its positions (Euler's theorem: a risk that grows in proportion to the
 * weights is the sum of weights times slopes; Litterman, Hot Spots and Hedges, 1996). Losses are positive fractions of the portfolio.
 *
 * <p>The weights are held over the whole history of returns, so the portfolio's returns are not those that were had.
 *
 * @param positions in the order given
 * @param volatility of the portfolio, a year
 * @param valueAtRisk with normal quantiles, over the horizon
 * @param conditional the mean loss beyond it
 * @param diversificationRatio the positions' volatilities at their weights over the portfolio's (Choueifaty and Coignard 2008); 1 if
 *     nothing is diversified
 * @param confidence of the value at risk
 * @param horizon in periods
 * @param observations how many returns of each position
 */
public record PositionRisk(
        List<Part> positions,
        double volatility,
        double valueAtRisk,
        double conditional,
        double diversificationRatio,
        double confidence,
        int horizon,
        int observations) {

    /** The fewest returns that are enough. */
    public static final int LEAST = 20;

    /** The name of the method. */
    public static final String METHOD = "parametric, normal quantile; present weights over past returns";

    public PositionRisk {
        positions = List.copyOf(positions);
    }

    /**
     * The part of one position.
     *
     * @param volatility its own, a year
     * @param correlation with the portfolio; missing if it does not vary
     * @param volatilityContribution its part of the portfolio's volatility; all parts sum to it
     * @param volatilityShare the same as a fraction of the volatility
     * @param marginalValueAtRisk what the value at risk grows by, for one more unit of weight
     * @param componentValueAtRisk its part of the value at risk; all parts sum to it
     * @param componentConditional its part of the mean loss beyond; all parts sum to it
     */
    public record Part(
            String name,
            double weight,
            double volatility,
            Figure<Double> correlation,
            double volatilityContribution,
            double volatilityShare,
            double marginalValueAtRisk,
            double componentValueAtRisk,
            double componentConditional) {}

    /**
     * Takes it apart.
     *
     * @param names of the positions
     * @param weights fractions of the portfolio; what is missing to 1 is cash without risk
     * @param returns one column of equal periods for each position
     * @param confidence such as 0.95
     * @param horizon in periods
     * @return missing with fewer than 20 returns, or if the portfolio does not vary
     * @throws IllegalArgumentException if the confidence is not between 0 and 1 or the horizon is not positive
     */
    public static Figure<PositionRisk> of(
            List<String> names,
            double[] weights,
            double[][] returns,
            double confidence,
            int horizon,
            RiskConventions conventions) {
        if (!(confidence > 0 && confidence < 1) || horizon < 1) {
            throw new IllegalArgumentException("not a confidence and horizon: " + confidence + ", " + horizon);
        }
        int size = returns.length == 0 ? 0 : returns[0].length;
        if (size < LEAST) {
            return Figure.missing(Undefined.tooFew(size, LEAST));
        }
        double[] portfolio = new double[size];
        double largest = 0;
        for (int j = 0; j < weights.length; j++) {
            for (int t = 0; t < size; t++) {
                portfolio[t] += weights[j] * returns[j][t];
                largest = Math.max(largest, Math.abs(weights[j] * returns[j][t]));
            }
        }
        double deviation = Moments.of(portfolio).deviation(conventions.lost());
        if (!Double.isFinite(deviation) || !Double.isFinite(largest * largest)) {
            return Figure.missing(Undefined.outOfRange());
        }
        if (deviation <= 1e-13 * largest) {
            return Figure.missing(Undefined.noVariation("the portfolio's returns"));
        }
        return Figure.known(
                new Euler(portfolio, deviation, confidence, horizon, conventions).takeApart(names, weights, returns));
    }

    /** What all parts share. */
    private static final class Euler {

        private final double[] portfolio;
        private final double deviation;
        private final double confidence;
        private final int horizon;
        private final RiskConventions conventions;

        Euler(double[] portfolio, double deviation, double confidence, int horizon, RiskConventions conventions) {
            this.portfolio = portfolio;
            this.deviation = deviation;
            this.confidence = confidence;
            this.horizon = horizon;
            this.conventions = conventions;
        }

        private PositionRisk takeApart(List<String> names, double[] weights, double[][] returns) {
            double alpha = 1 - confidence;
            double z = NormalDistribution.quantile(alpha);
            double tail = NormalDistribution.density(z) / alpha;
            double root = StrictMath.sqrt(horizon);
            List<Part> parts = new ArrayList<>();
            double apart = 0;
            for (int j = 0; j < weights.length; j++) {
                Moments own = Moments.of(returns[j]);
                double slope = CovarianceMatrix.of(returns[j], portfolio, conventions.lost()) / deviation;
                double volatility = own.deviation(conventions.lost());
                double drift = own.mean() * horizon;
                double marginal = -z * slope * root - drift;
                apart += Math.abs(weights[j]) * volatility;
                parts.add(new Part(
                        names.get(j),
                        weights[j],
                        volatility * conventions.rootOfYear(),
                        own.constant()
                                ? Figure.missing(Undefined.noVariation("the returns of " + names.get(j)))
                                : Figure.known(Math.max(-1, Math.min(1, slope / volatility)) + 0.0),
                        weights[j] * slope * conventions.rootOfYear() + 0.0,
                        weights[j] * slope / deviation + 0.0,
                        marginal + 0.0,
                        weights[j] * marginal + 0.0,
                        weights[j] * (tail * slope * root - drift) + 0.0));
            }
            double drift = Moments.mean(portfolio) * horizon;
            return new PositionRisk(
                    parts,
                    deviation * conventions.rootOfYear(),
                    -z * deviation * root - drift,
                    tail * deviation * root - drift,
                    apart / deviation,
                    confidence,
                    horizon,
                    portfolio.length);
        }
    }
}
