package io.dawsos.domain.ledger;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * A quantity as an exact fraction, so that a split of 1 for 3 and its inverse give back the same units.
 *
 * <p>The denominator is 1 until a split does not come out even. {@link #rounded()} is exact then; else it rounds half-even to
 * 34 significant digits.
 *
 * @param denominator more than 0
 */
record Units(BigDecimal numerator, BigDecimal denominator) implements Comparable<Units> {

    static final Units NONE = of(BigDecimal.ZERO);

    static Units of(BigDecimal quantity) {
        return new Units(quantity, BigDecimal.ONE);
    }

    Units plus(Units other) {
        if (isWhole() && other.isWhole()) {
            return of(numerator.add(other.numerator));
        }
        if (denominator.compareTo(other.denominator) == 0) {
            return reduced(numerator.add(other.numerator), denominator);
        }
        return reduced(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    Units minus(Units other) {
        return plus(other.negated());
    }

    Units negated() {
        return new Units(numerator.negate(), denominator);
    }

    Units times(BigDecimal newUnits, BigDecimal oldUnits) {
        return reduced(numerator.multiply(newUnits), denominator.multiply(oldUnits));
    }

    /** Multiplies by the ratio of two other quantities. */
    Units times(Units numerators, Units denominators) {
        return reduced(
                numerator.multiply(numerators.numerator).multiply(denominators.denominator),
                denominator.multiply(numerators.denominator).multiply(denominators.numerator));
    }

    Units abs() {
        return new Units(numerator.abs(), denominator);
    }

    int signum() {
        return numerator.signum();
    }

    /** Whether the denominator is 1. */
    boolean isWhole() {
        return denominator.compareTo(BigDecimal.ONE) == 0;
    }

    BigDecimal rounded() {
        return denominator.compareTo(BigDecimal.ONE) == 0
                ? numerator
                : numerator.divide(denominator, MathContext.DECIMAL128);
    }

    @Override
    public int compareTo(Units other) {
        return isWhole() && other.isWhole()
                ? numerator.compareTo(other.numerator)
                : numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    private static Units reduced(BigDecimal numerator, BigDecimal denominator) {
        if (denominator.compareTo(BigDecimal.ONE) == 0) {
            return new Units(numerator, BigDecimal.ONE);
        }
        BigDecimal quotient = numerator.divide(denominator, MathContext.DECIMAL128);
        if (quotient.multiply(denominator).compareTo(numerator) == 0) {
            return of(quotient.stripTrailingZeros().scale() < 0 ? quotient.setScale(0) : quotient.stripTrailingZeros());
        }
        return new Units(numerator, denominator);
    }
}
