package io.dawsos.domain.ledger;

import java.math.BigDecimal;
import java.util.Arrays;

/** What every transaction must keep to. */
final class Bounds {

    private Bounds() {}

    static void requireType(TransactionType type, TransactionType... allowed) {
        if (!Arrays.asList(allowed).contains(type)) {
            throw new IllegalArgumentException(type + " is of another kind");
        }
    }

    static void requirePositive(BigDecimal value, String what) {
        if (value.signum() <= 0) {
            throw new IllegalArgumentException(what + " must be more than 0");
        }
    }

    static void requireNotNegative(BigDecimal value, String what) {
        if (value.signum() < 0) {
            throw new IllegalArgumentException(what + " must not be negative");
        }
    }

    static void requireFraction(BigDecimal fraction) {
        if (fraction.signum() < 0 || fraction.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("fraction must be 0 to 1");
        }
    }
}
