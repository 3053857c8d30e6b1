package io.dawsos.domain.performance;

import io.dawsos.domain.figure.Figure;
import io.dawsos.domain.figure.Unavailable;
import java.util.Optional;

/** The amounts of a portfolio as its owner sees them: opening value and inflows paid in, outflows and closing value had back. */
public final class PortfolioFlows {

    private PortfolioFlows() {}

    /**
     * Lists the amounts between the ends of two days.
     *
     * @param after index of the day at whose end the time begins; -1 for the start of the first day
     * @param last index of the last day
     * @return missing if a value at either end, or a flow between, can't be known
     */
    public static Figure<CashFlows> between(DailyValuation valuation, int after, int last) {
        int size = last - after;
        int[] days = new int[size + 2];
        double[] amounts = new double[size + 2];
        for (int day = Math.max(after, 0); day <= last; day++) {
            boolean needed = day == after || day == last || valuation.hasExternalFlow(day);
            Optional<Unavailable> why = needed ? valuation.whyMissing(day) : Optional.empty();
            if (why.isPresent()) {
                return Figure.missing(why.get());
            }
        }
        days[0] = valuation.days().day(Math.max(after, 0));
        amounts[0] = after < 0 ? 0 : -valuation.total(after);
        for (int day = after + 1; day <= last; day++) {
            days[day - after] = valuation.days().day(day);
            amounts[day - after] = valuation.outflow(day) - valuation.inflow(day);
        }
        days[size + 1] = valuation.days().day(last);
        amounts[size + 1] = valuation.total(last);
        return Figure.known(CashFlows.onDays(days, amounts));
    }
}
