package io.dawsos.domain.risk;

import io.dawsos.domain.figure.Figure;
import io.dawsos.domain.risk.RiskConventions.Compounding;
import io.dawsos.domain.statistics.Moments;
import java.util.Arrays;
import java.util.function.DoublePredicate;

/** Returns against those of a benchmark in the same periods. Betas and alphas are of returns above the risk-free rate. */
public final class BenchmarkStatistics {

    private final double[] returns;
    private final double[] benchmark;
    private final double[] riskFree;
    private final RiskConventions conventions;

    private BenchmarkStatistics(double[] returns, double[] benchmark, double[] riskFree, RiskConventions conventions) {
        this.returns = returns;
        this.benchmark = benchmark;
        this.riskFree = riskFree;
        this.conventions = conventions;
    }

    /**
     * Pairs returns, benchmark and risk-free rates of the same periods.
     *
     * @throws IllegalArgumentException if they are not equally many
     */
    public static BenchmarkStatistics of(
            double[] returns, double[] benchmark, double[] riskFree, RiskConventions conventions) {
        if (returns.length != benchmark.length || returns.length != riskFree.length) {
            throw new IllegalArgumentException("returns, benchmark and risk-free rates must pair");
        }
        return new BenchmarkStatistics(returns, benchmark, riskFree, conventions);
    }

    /** The slope of the line through the returns: covariance over the benchmark's variance (Sharpe 1964). */
    public Figure<Double> beta() {
        return line().flatMap(line -> Undefined.finite(line.beta()));
    }

    /** The return a period where the benchmark's is the risk-free rate. */
    public Figure<Double> alphaPerPeriod() {
        return line().flatMap(line -> Undefined.finite(line.alpha()));
    }

    /** The same a year: times a year's periods, or compounded over them. */
    public Figure<Double> alpha() {
        return line().flatMap(line -> conventions.compounding() == Compounding.ARITHMETIC
                ? Undefined.finite(line.alpha() * conventions.periodsPerYear())
                : Undefined.finite(
                        StrictMath.pow(1 + line.alpha(), conventions.periodsPerYear()) - 1, Undefined.allLost()));
    }

    /** Jensen's alpha from returns a year: {@code R - Rf - beta (B - Rf)} (Jensen 1968). */
    public Figure<Double> jensenAlpha() {
        return beta().flatMap(beta -> annual(returns)
                .flatMap(own -> annual(benchmark)
                        .flatMap(other -> annual(riskFree)
                                .flatMap(free -> Undefined.finite(own - free - beta * (other - free))))));
    }

    /** The correlation of the returns, as they are. */
    public Figure<Double> correlation() {
        return line(returns, benchmark).flatMap(line -> {
            Moments own = Moments.of(returns);
            return own.constant()
                    ? Figure.missing(Undefined.noVariation("the returns"))
                    : Undefined.finite(Math.max(
                            -1,
                            Math.min(
                                    1,
                                    line.beta()
                                            * StrictMath.sqrt(
                                                    Moments.of(benchmark).second() / own.second()))));
        });
    }

    /** The deviation of the returns above the benchmark, a year. */
    public Figure<Double> trackingError() {
        return ReturnStatistics.volatility(active(), conventions);
    }

    /** The return a year less the benchmark's. */
    public Figure<Double> activePremium() {
        return annual(returns).flatMap(own -> annual(benchmark).flatMap(other -> Undefined.finite(own - other)));
    }

    /** The active premium over the tracking error (Grinold and Kahn 1995). */
    public Figure<Double> informationRatio() {
        return trackingError()
                .flatMap(error -> RiskRatios.rounding(error, returns) || RiskRatios.rounding(error, active())
                        ? Figure.missing(Undefined.noVariation("the returns above the benchmark"))
                        : activePremium().flatMap(premium -> Undefined.finite(premium / error)));
    }

    /** How returns of chosen periods are compared. */
    public enum Capture {
        /** As returns a year by the conventions; periods in which the benchmark stood still count on neither side (empyrical). */
        PER_YEAR,
        /** As compounded returns over all these periods; the benchmark's standing still counts as a fall (PerformanceAnalytics). */
        CUMULATIVE
    }

    /** Returns where the benchmark rose over the benchmark's own. */
    public Figure<Double> upCapture(Capture capture) {
        return capture("up", capture, value -> value > 0);
    }

    /** Returns where the benchmark fell over the benchmark's own. */
    public Figure<Double> downCapture(Capture capture) {
        return capture("down", capture, value -> value < 0 || (value == 0 && capture == Capture.CUMULATIVE));
    }

    /** Up capture over down capture. */
    public Figure<Double> captureRatio(Capture capture) {
        return upCapture(capture)
                .flatMap(up -> downCapture(capture)
                        .flatMap(down -> Undefined.finite(up / down, Undefined.noVariation("the returns"))));
    }

    private Figure<Double> capture(String which, Capture capture, DoublePredicate chosen) {
        double[] own = pick(returns, benchmark, chosen);
        double[] other = pick(benchmark, benchmark, chosen);
        if (other.length == 0) {
            return Figure.missing(Undefined.noPeriods(which));
        }
        Figure<Double> mine = capture == Capture.PER_YEAR ? annual(own) : ReturnStatistics.cumulative(own);
        Figure<Double> its = capture == Capture.PER_YEAR ? annual(other) : ReturnStatistics.cumulative(other);
        return mine.flatMap(gain ->
                its.flatMap(by -> Undefined.finite(gain / by, Undefined.noVariation("the benchmark's returns"))));
    }

    /** Return above the risk-free rate, a year, over beta (Treynor 1965). */
    public Figure<Double> treynor() {
        return beta().flatMap(beta -> annual(ReturnStatistics.above(returns, riskFree))
                .flatMap(excess ->
                        Undefined.finite(excess / beta, Undefined.noVariation("the returns with the benchmark"))));
    }

    /** The return at the benchmark's volatility: {@code (R - Rf) sd(B) / sd(R) + Rf}, a year (Modigliani and Modigliani 1997). */
    public Figure<Double> mSquared() {
        if (returns.length < 2) {
            return Figure.missing(Undefined.tooFew(returns.length, 2));
        }
        Moments own = Moments.of(returns);
        return own.constant()
                ? Figure.missing(Undefined.noVariation("the returns"))
                : annual(returns)
                        .flatMap(mine -> annual(riskFree)
                                .flatMap(free -> Undefined.finite((mine - free)
                                                * StrictMath.sqrt(
                                                        Moments.of(benchmark).second() / own.second())
                                        + free)));
    }

    /** The deviation of what the line does not explain, a year. */
    public Figure<Double> specificRisk() {
        return line().flatMap(line -> {
            double[] rest = new double[returns.length];
            for (int i = 0; i < rest.length; i++) {
                rest[i] = returns[i] - riskFree[i] - line.alpha() - line.beta() * (benchmark[i] - riskFree[i]);
            }
            return Undefined.finite(Moments.of(rest).deviation(conventions.lost()) * conventions.rootOfYear());
        });
    }

    /** The same figures over the periods in which the benchmark, above the risk-free rate, rose; below, fell. */
    public BenchmarkStatistics whereBenchmark(DoublePredicate moved) {
        double[] excess = ReturnStatistics.above(benchmark, riskFree);
        return new BenchmarkStatistics(
                pick(returns, excess, moved),
                pick(benchmark, excess, moved),
                pick(riskFree, excess, moved),
                conventions);
    }

    private double[] active() {
        return ReturnStatistics.above(returns, benchmark);
    }

    private Figure<Double> annual(double[] values) {
        return ReturnStatistics.annual(values, conventions);
    }

    private static double[] pick(double[] values, double[] by, DoublePredicate chosen) {
        double[] picked = new double[values.length];
        int size = 0;
        for (int i = 0; i < values.length; i++) {
            if (chosen.test(by[i])) {
                picked[size++] = values[i];
            }
        }
        return Arrays.copyOf(picked, size);
    }

    private Figure<Line> line() {
        return line(ReturnStatistics.above(returns, riskFree), ReturnStatistics.above(benchmark, riskFree));
    }

    private static Figure<Line> line(double[] y, double[] x) {
        if (y.length < 2) {
            return Figure.missing(Undefined.tooFew(y.length, 2));
        }
        Moments of = Moments.of(x);
        if (of.constant()) {
            return Figure.missing(Undefined.noVariation("the benchmark's returns"));
        }
        double meanY = Moments.mean(y);
        double products = 0;
        for (int i = 0; i < y.length; i++) {
            products += (y[i] - meanY) * (x[i] - of.mean());
        }
        double beta = products / y.length / of.second();
        return Figure.known(new Line(meanY - beta * of.mean(), beta));
    }

    private record Line(double alpha, double beta) {}
}
