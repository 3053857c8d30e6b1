package io.dawsos.domain.explanation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How a number comes from its parts. */
public enum Operation {
    /** An amount or a quantity that a transaction of the ledger states. */
    TRANSACTION,
    /** An observed price. */
    PRICE,
    /** An observed exchange rate. */
    RATE,
    /** An observation of another series. */
    OBSERVATION,
    /** A number that the method or the caller sets. */
    PARAMETER,
    /** A number of another step, which has an explanation of its own. */
    ARGUMENT,
    SUM,
    /** The first part less all others. */
    DIFFERENCE,
    PRODUCT,
    /** The first part over the second. */
    RATIO,
    /** The first part to the power of the second. */
    POWER,
    SQUARE_ROOT,
    /** The product of 1 and each part, less 1. */
    CHAIN_LINK,
    MEAN,
    /** The standard deviation with n - 1. */
    SAMPLE_DEVIATION,
    /** The lowest value of the linked index of the parts, over the highest before it, less 1. */
    MAXIMUM_DRAWDOWN,
    /** The last value of the linked index of the parts, over the highest before it, less 1. */
    CURRENT_DRAWDOWN,
    /** The rate at which the parts, all discounted with it, sum to 0. */
    RATE_OF_RETURN,
    /** The one part at fewer digits. */
    ROUND;

    /** The name in answers. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it has no parts. */
    public boolean leaf() {
        return switch (this) {
            case TRANSACTION, PRICE, RATE, OBSERVATION, PARAMETER, ARGUMENT -> true;
            default -> false;
        };
    }

    /** Computes from exact parts; empty if it is not an exact operation. */
    Optional<BigDecimal> exactly(List<BigDecimal> parts) {
        return switch (this) {
            case SUM -> Optional.of(parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
            case DIFFERENCE -> Optional.of(parts.stream().skip(1).reduce(parts.get(0), BigDecimal::subtract));
            case PRODUCT ->
                Optional.of(parts.stream().reduce(BigDecimal.ONE, (a, b) -> a.multiply(b, MathContext.DECIMAL128)));
            case RATIO -> Optional.of(parts.get(0).divide(parts.get(1), MathContext.DECIMAL128));
            default -> Optional.empty();
        };
    }

    /** Computes from parts as doubles, in their order. */
    double compute(double[] parts) {
        return switch (this) {
            case SUM -> sum(parts);
            case DIFFERENCE -> {
                double value = parts[0];
                for (int i = 1; i < parts.length; i++) {
                    value -= parts[i];
                }
                yield value;
            }
            case PRODUCT -> {
                double value = 1;
                for (double part : parts) {
                    value *= part;
                }
                yield value;
            }
            case RATIO -> parts[0] / parts[1];
            case POWER -> StrictMath.pow(parts[0], parts[1]);
            case SQUARE_ROOT -> StrictMath.sqrt(parts[0]);
            case CHAIN_LINK -> {
                double index = 1;
                for (double part : parts) {
                    index *= 1 + part;
                }
                yield index - 1;
            }
            case MEAN -> sum(parts) / parts.length;
            case SAMPLE_DEVIATION -> deviation(parts);
            case MAXIMUM_DRAWDOWN -> drawdown(parts, true);
            case CURRENT_DRAWDOWN -> drawdown(parts, false);
            case ROUND -> parts[0];
            default -> throw new IllegalStateException(this + " has no parts");
        };
    }

    private static double sum(double[] parts) {
        double sum = 0;
        for (double part : parts) {
            sum += part;
        }
        return sum;
    }

    private static double deviation(double[] parts) {
        double mean = sum(parts) / parts.length;
        double squares = 0;
        for (double part : parts) {
            squares += (part - mean) * (part - mean);
        }
        return StrictMath.sqrt(squares / (parts.length - 1));
    }

    private static double drawdown(double[] returns, boolean worst) {
        double level = 1;
        double peak = 1;
        double lowest = 0;
        for (double part : returns) {
            level *= 1 + part;
            peak = Math.max(peak, level);
            lowest = Math.min(lowest, level / peak - 1);
        }
        return worst ? lowest : level / peak - 1;
    }
}
