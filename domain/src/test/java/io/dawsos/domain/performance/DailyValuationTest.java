package io.dawsos.domain.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.dawsos.domain.book.Book;
import io.dawsos.domain.money.Money;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DailyValuationTest {

    @Test
    void values_weekdays_and_carries_prices_forward() {
        DailyValuation valuation = new Book()
                .deposit("2024-01-04", "1000", "USD")
                .buyAt("2024-01-04", "X", "10", "50", "USD")
                .price("X", "2024-01-09", "60")
                .valuation("USD", "2024-01-09");

        assertThat(valuation.days().size()).isEqualTo(4);
        assertThat(totals(valuation)).containsExactly(1000, 1000, 1000, 1100);
    }

    @Test
    void what_happens_on_a_weekend_counts_on_the_next_weekday() {
        DailyValuation valuation = new Book()
                .deposit("2024-01-05", "1000", "USD")
                .deposit("2024-01-06", "500", "USD")
                .valuation("USD", "2024-01-08");

        assertThat(totals(valuation)).containsExactly(1000, 1500);
        assertThat(valuation.inflow(1)).isEqualTo(500);
    }

    @Test
    void a_weekend_is_there_if_it_is_the_date_asked_for() {
        DailyValuation valuation =
                new Book().deposit("2024-01-05", "1000", "USD").valuation("USD", "2024-01-07");

        assertThat(valuation.days().date(valuation.days().size() - 1)).isEqualTo("2024-01-07");
        assertThat(totals(valuation)).containsExactly(1000, 1000);
    }

    @Test
    void units_cross_the_border_at_their_market_value_whatever_they_had_cost() {
        DailyValuation valuation = new Book()
                .security("X", "EUR")
                .deposit("2024-01-03", "100", "USD")
                .price("X", "2024-01-03", "20")
                .rate("EUR", "USD", "2024-01-03", "1.1")
                .transferIn("2024-01-04", "X", "10", Optional.of(Money.of("1", "EUR")))
                .price("X", "2024-01-05", "30")
                .transferOut("2024-01-05", "X", "4")
                .valuation("USD", "2024-01-05");

        assertThat(valuation.inflow(1)).isCloseTo(220, within(1e-9));
        assertThat(valuation.outflow(2)).isCloseTo(132, within(1e-9));
        assertThat(valuation.total(2)).isCloseTo(100 + 6 * 33, within(1e-9));
    }

    @Test
    void units_that_came_in_on_a_weekend_are_counted_in_the_units_of_monday() {
        DailyValuation valuation = new Book()
                .security("X", "USD")
                .deposit("2024-01-05", "100", "USD")
                .price("X", "2024-01-05", "20")
                .transferIn("2024-01-06", "X", "10", Optional.empty())
                .split("2024-01-08", "X", "2", "1")
                .price("X", "2024-01-08", "11")
                .valuation("USD", "2024-01-08");

        assertThat(valuation.inflow(1)).isCloseTo(220, within(1e-9));
        assertThat(valuation.total(1)).isCloseTo(320, within(1e-9));
    }

    @Test
    void a_day_without_a_price_has_a_reason_and_no_value() {
        DailyValuation valuation = new Book()
                .deposit("2024-01-03", "1000", "USD")
                .buy("2024-01-04", "XYZ", "10", "500", "USD")
                .price("XYZ", "2024-01-08", "60")
                .valuation("USD", "2024-01-08");

        assertThat(valuation.known(0)).isTrue();
        assertThat(valuation.known(2)).isFalse();
        assertThat(valuation.whyMissing(2)).hasValueSatisfying(reason -> {
            assertThat(reason.code()).isEqualTo("price_missing");
            assertThat(reason.message()).contains("XYZ", "2024-01-05");
        });
        assertThat(valuation.total(3)).isEqualTo(1100);
    }

    @Test
    void a_day_without_a_rate_has_a_reason_even_if_the_money_left_the_same_day() {
        DailyValuation valuation = new Book()
                .deposit("2024-01-03", "1000", "USD")
                .deposit("2024-01-04", "100", "SEK")
                .withdraw("2024-01-04", "100", "SEK")
                .valuation("USD", "2024-01-05");

        assertThat(valuation.whyMissing(1)).hasValueSatisfying(reason -> {
            assertThat(reason.code()).isEqualTo("fx_rate_missing");
            assertThat(reason.message()).contains("SEK", "USD", "2024-01-04");
        });
        assertThat(valuation.known(2)).isTrue();
    }

    @Test
    void nothing_held_needs_no_price() {
        DailyValuation valuation = new Book()
                .deposit("2024-01-03", "1000", "USD")
                .buy("2024-01-03", "X", "1", "10", "USD")
                .sell("2024-01-03", "X", "1", "12", "USD")
                .valuation("USD", "2024-01-04");

        assertThat(totals(valuation)).containsExactly(1002, 1002);
    }

    @Test
    void a_ledger_without_entries_has_no_days() {
        assertThat(new Book()
                        .valuation("USD", LocalDate.of(2024, 1, 4).toString())
                        .days()
                        .size())
                .isZero();
    }

    private static double[] totals(DailyValuation valuation) {
        double[] totals = new double[valuation.days().size()];
        for (int day = 0; day < totals.length; day++) {
            totals[day] = valuation.total(day);
        }
        return totals;
    }
}
