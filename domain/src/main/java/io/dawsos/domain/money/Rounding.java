package io.dawsos.domain.money;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The two roundings of booked money: half-even to a currency's digits, and parts that sum to their rounded whole. */
public final class Rounding {

    private Rounding() {}

    /** Rounds an amount half-even to the digits of its currency. */
    public static Money booked(Money money) {
        return Money.of(money.amount().setScale(money.currency().digits(), RoundingMode.HALF_EVEN), money.currency());
    }

    /**
     * Rounds parts so that they sum to their rounded whole: the largest-remainder method.
     *
     * <p>Each part is first rounded down to {@code scale}; the units that are then missing go to the parts that lost most,
     * the earlier part first on a tie.
     *
     * @param parts exact parts, in order
     * @param scale decimals of each rounded part
     * @return the rounded parts in the same order; their sum is the half-even rounding of the sum of the parts
     */
    public static List<BigDecimal> allocate(List<BigDecimal> parts, int scale) {
        BigDecimal whole =
                parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add).setScale(scale, RoundingMode.HALF_EVEN);
        List<BigDecimal> rounded = new ArrayList<>();
        for (BigDecimal part : parts) {
            rounded.add(part.setScale(scale, RoundingMode.FLOOR));
        }
        BigDecimal unit = BigDecimal.ONE.scaleByPowerOfTen(-scale);
        int missing = whole.subtract(rounded.stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                .divide(unit, MathContext.UNLIMITED)
                .intValueExact();
        List<Integer> byRemainder = IntStream.range(0, parts.size())
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> rounded.get(i).subtract(parts.get(i))))
                .toList();
        for (int i = 0; i < missing; i++) {
            int index = byRemainder.get(i);
            rounded.set(index, rounded.get(index).add(unit));
        }
        return List.copyOf(rounded);
    }
}
