package io.dawsos.domain.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.dawsos.domain.corporateaction.CorporateEvent.Dividend;
import io.dawsos.domain.corporateaction.CorporateEvent.Split;
import io.dawsos.domain.ledger.SecurityId;
import io.dawsos.domain.money.CurrencyCode;
import io.dawsos.domain.pricing.ObservationSeries;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Right answers by hand. */
class TotalReturnIndexTest {

    private static final SecurityId X = new SecurityId(new UUID(0, 1));

    private static Dividend dividend(int day, String amount) {
        return new Dividend(
                X,
                LocalDate.ofEpochDay(day),
                "",
                new BigDecimal(amount),
                CurrencyCode.of("USD"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Split split(int day, String newUnits) {
        return new Split(X, LocalDate.ofEpochDay(day), "", new BigDecimal(newUnits), BigDecimal.ONE);
    }

    private static ObservationSeries prices(Object... dayAndPrice) {
        ObservationSeries.Builder builder = new ObservationSeries.Builder(4);
        for (int i = 0; i < dayAndPrice.length; i += 2) {
            builder.add((Integer) dayAndPrice[i], new BigDecimal((String) dayAndPrice[i + 1]));
        }
        return builder.build();
    }

    private static double[] ones(int size) {
        double[] ones = new double[size];
        java.util.Arrays.fill(ones, 1);
        return ones;
    }

    @Test
    void a_dividend_is_put_back_on_its_ex_date() {
        double[] levels = new TotalReturnIndex(
                        prices(10, "100", 11, "98", 12, "99"), List.of(), List.of(dividend(11, "3")))
                .levels(new int[] {10, 11, 12}, ones(3));
        assertThat(levels).containsExactly(new double[] {1, 1.01, 1.01 * 99 / 98}, within(1e-15));
    }

    @Test
    void a_split_changes_nothing() {
        double[] levels = new TotalReturnIndex(prices(10, "100", 11, "26"), List.of(split(11, "4")), List.of())
                .levels(new int[] {10, 11}, ones(2));
        assertThat(levels).containsExactly(new double[] {1, 1.04}, within(1e-15));
    }

    @Test
    void a_price_from_before_a_split_is_carried_over_it() {
        double[] levels = new TotalReturnIndex(prices(10, "100", 13, "55"), List.of(split(11, "2")), List.of())
                .levels(new int[] {10, 11, 12, 13}, ones(4));
        assertThat(levels).containsExactly(new double[] {1, 1, 1, 1.1}, within(1e-15));
    }

    @Test
    void a_dividend_after_a_split_is_paid_on_the_new_units() {
        double[] levels = new TotalReturnIndex(
                        prices(10, "100", 12, "50"), List.of(split(11, "2")), List.of(dividend(12, "1")))
                .levels(new int[] {10, 12}, ones(2));
        assertThat(levels[1]).isCloseTo(1.02, within(1e-15));
    }

    @Test
    void a_rate_counts_and_there_is_no_index_before_the_first_price() {
        double[] levels = new TotalReturnIndex(prices(11, "100"), List.of(), List.of())
                .levels(new int[] {10, 11, 12}, new double[] {1.2, 1.2, 1.5});
        assertThat(levels[0]).isNaN();
        assertThat(levels[1]).isEqualTo(1);
        assertThat(levels[2]).isCloseTo(1.25, within(1e-15));
        assertThat(new TotalReturnIndex(prices(10, "100"), List.of(), List.of())
                        .levels(new int[] {10, 11}, new double[] {1, Double.NaN})[1])
                .isNaN();
    }
}
