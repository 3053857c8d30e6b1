package io.dawsos.domain.attribution;

/**
 * One segment of a portfolio and its benchmark in one period, such as a sector.
 *
 * @param name unique in its period
 * @param portfolioWeight its part of the portfolio at the start of the period
 * @param benchmarkWeight its part of the benchmark
 * @param portfolioReturn its return in the portfolio
 * @param benchmarkReturn its return in the benchmark
 */
public record BrinsonSegment(
        String name, double portfolioWeight, double benchmarkWeight, double portfolioReturn, double benchmarkReturn) {

    /**
     * The same where a side that holds nothing has the return of the other: then nothing is selected there, and its weight is an
     * allocation at a known return.
     */
    public BrinsonSegment filled() {
        if (portfolioWeight == 0 && benchmarkWeight != 0) {
            return new BrinsonSegment(name, portfolioWeight, benchmarkWeight, benchmarkReturn, benchmarkReturn);
        }
        if (benchmarkWeight == 0 && portfolioWeight != 0) {
            return new BrinsonSegment(name, portfolioWeight, benchmarkWeight, portfolioReturn, portfolioReturn);
        }
        return this;
    }
}
