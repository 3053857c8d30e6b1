package io.dawsos.domain.performance;

import io.dawsos.domain.figure.Figure;
import io.dawsos.domain.figure.Unavailable;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The money-weighted return (XIRR): the rate a year at which the present value of all amounts is 0, actual/365.
 *
 * <p>Every rate above -100 % with that property is found and named. The reported one is the nearest to the modified Dietz return,
 * both taken as continuous rates; where that return does not exist, it is the nearest to 0.
 *
 * @param reported the rate that answers stand for
 * @param rates all rates in ascending order, at least one
 * @param years time from the first amount to the last
 * @param modifiedDietz the estimate of the return over the whole time, which chose among several rates
 */
public record MoneyWeightedReturn(Rate reported, List<Rate> rates, double years, Figure<Double> modifiedDietz) {

    /** The name of the method. */
    public static final String METHOD =
            "money-weighted (XIRR), actual/365; of several rates the nearest to modified Dietz";

    public MoneyWeightedReturn {
        rates = List.copyOf(rates);
    }

    /**
     * A rate of return.
     *
     * @param continuous compounded without pause, a year: the logarithm of 1 + the rate a year
     */
    public record Rate(double continuous) {

        /** The effective rate a year, as a fraction; missing if no double above -1 holds it. */
        public Figure<Double> annual() {
            return over(1);
        }

        /** The return over a number of years, not annualized; missing if no double above -1 holds it. */
        public Figure<Double> over(double years) {
            double value = StrictMath.expm1(continuous * years);
            if (value <= -1 || !Double.isFinite(value)) {
                return Figure.missing(new Unavailable(
                        "rate_out_of_range",
                        "the rate over " + years + " years is beyond what can be stated",
                        "look at the return over the period itself, which is not annualized"));
            }
            return Figure.known(value + 0.0);
        }
    }

    /** The reported rate a year. */
    public Figure<Double> annual() {
        return reported.annual();
    }

    /** The return over the whole time at the reported rate, not annualized. */
    public Figure<Double> wholePeriod() {
        return reported.over(years);
    }

    /** Whether no other rate would do. */
    public boolean unique() {
        return rates.size() == 1;
    }

    /**
     * Finds the rates of amounts.
     *
     * @param flows negative paid in, positive had back; the last holds the closing value
     * @return missing if nothing was paid in or nothing came back, all happened on one day, or no rate does it
     */
    public static Figure<MoneyWeightedReturn> of(CashFlows flows) {
        Optional<Unavailable> why = whyImpossible(flows);
        if (why.isPresent()) {
            return Figure.missing(why.get());
        }
        double[] roots = RateRoots.of(flows);
        if (roots.length == 0) {
            return Figure.missing(new Unavailable(
                    "no_money_weighted_rate",
                    "at no rate above -100 % is the present value of the amounts 0",
                    "look at the time-weighted return, or at the modified Dietz return of the period"));
        }
        double estimate = estimate(flows);
        double reported = roots[0];
        for (double root : roots) {
            if (Math.abs(root - estimate) < Math.abs(reported - estimate)) {
                reported = root;
            }
        }
        return Figure.known(new MoneyWeightedReturn(
                new Rate(reported),
                Arrays.stream(roots).mapToObj(Rate::new).toList(),
                flows.span(),
                PeriodReturn.modifiedDietz(flows)));
    }

    /**
     * Finds the rates of a portfolio between the ends of two days: its value where the time begins counts as paid in, its value at
     * the end as had back.
     *
     * @param after index of the day at whose end the time begins; -1 for the start of the first day
     * @param last index of the last day
     * @return missing as above, or if a value or flow of the time can't be known
     */
    public static Figure<MoneyWeightedReturn> of(DailyValuation valuation, int after, int last) {
        return PortfolioFlows.between(valuation, after, last).flatMap(MoneyWeightedReturn::of);
    }

    private static Optional<Unavailable> whyImpossible(CashFlows flows) {
        boolean paidIn = Arrays.stream(flows.amounts()).anyMatch(amount -> amount < 0);
        boolean hadBack = Arrays.stream(flows.amounts()).anyMatch(amount -> amount > 0);
        if (paidIn && hadBack) {
            return Optional.empty();
        }
        if (flows.size() == 1) {
            return Optional.of(new Unavailable(
                    "period_empty", "all amounts are on one day", "ask for a period of at least one day"));
        }
        return Optional.of(new Unavailable(
                "flows_one_sided",
                paidIn ? "nothing came back, and nothing is left" : "nothing was paid in",
                "a rate needs at least one amount paid in and one had back or left"));
    }

    /** The modified Dietz return as a continuous rate; 0 where there is none. */
    private static double estimate(CashFlows flows) {
        double growth = 1 + flows.gain() / flows.averageCapital();
        return growth > 0 && Double.isFinite(growth) ? StrictMath.log(growth) / flows.span() : 0;
    }
}
