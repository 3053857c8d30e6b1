package io.dawsos.domain.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RoundingTest {

    @Test
    void booked_money_is_rounded_half_even_at_the_digits_of_its_currency() {
        assertThat(Rounding.booked(Money.of("2.345", "EUR")).amount()).isEqualByComparingTo("2.34");
        assertThat(Rounding.booked(Money.of("2.5", "JPY")).amount()).isEqualByComparingTo("2");
    }

    @Property
    void allocated_parts_sum_to_their_rounded_whole_and_each_is_near_its_exact_part(
            @ForAll @Size(min = 1, max = 20) List<@BigRange(min = "-1000", max = "1000") @Scale(6) BigDecimal> parts) {
        List<BigDecimal> rounded = Rounding.allocate(parts, 2);
        assertThat(rounded.stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(
                        parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add).setScale(2, RoundingMode.HALF_EVEN));
        for (int i = 0; i < parts.size(); i++) {
            assertThat(rounded.get(i).subtract(parts.get(i)).abs()).isLessThanOrEqualTo(new BigDecimal("0.01"));
        }
    }
}
