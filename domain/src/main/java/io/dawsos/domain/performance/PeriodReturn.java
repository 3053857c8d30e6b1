package io.dawsos.domain.performance;

import io.dawsos.domain.figure.Figure;
import io.dawsos.domain.figure.Unavailable;

/** Returns of one period from its value at both ends and what was paid in and out between, without linking; not annualized. */
public final class PeriodReturn {

    private PeriodReturn() {}

    /**
     * The gain over the average capital: {@code (end - begin - sum F) / (begin + sum w F)}, where each flow counts for the part w of
     * the period after it (Dietz 1966; Bacon, Practical Portfolio Performance Measurement and Attribution, 2008, equation 2.14).
     *
     * @param flows negative paid in, positive had back; the first holds the opening value, the last the closing value
     * @return missing if there is no time between them or the average capital is not positive
     */
    public static Figure<Double> modifiedDietz(CashFlows flows) {
        if (flows.span() <= 0) {
            return Figure.missing(new Unavailable(
                    "period_empty", "all amounts are on one day", "ask for a period of at least one day"));
        }
        return over(flows.gain(), flows.averageCapital());
    }

    /**
     * The gain over what the period began with, flows ignored in the divisor: {@code (end - begin - sum F) / begin}.
     *
     * @param netFlow what was paid in less what was taken out
     * @return missing if the opening value is not positive
     */
    public static Figure<Double> simple(double begin, double end, double netFlow) {
        return over(end - begin - netFlow, begin);
    }

    private static Figure<Double> over(double gain, double capital) {
        double value = gain / capital;
        if (capital <= 0 || !Double.isFinite(value)) {
            return Figure.missing(new Unavailable(
                    "no_capital",
                    "the capital that the gain would be stated on is not positive",
                    "ask for a period that begins with a value or a deposit"));
        }
        return Figure.known(value + 0.0);
    }
}
