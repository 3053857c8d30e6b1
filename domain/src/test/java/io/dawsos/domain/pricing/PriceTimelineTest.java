package io.dawsos.domain.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.domain.book.Book;
import io.dawsos.domain.money.Money;
import io.dawsos.domain.pricing.PriceTimeline.PriceOnDate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PriceTimelineTest {

    private static final LocalDate END = LocalDate.of(2024, 12, 31);

    @Test
    void the_last_price_on_or_before_the_date_counts_and_never_a_later_one() {
        Book book = new Book()
                .buy("2024-01-02", "X", "1", "1", "USD")
                .price("X", "2024-01-05", "10")
                .price("X", "2024-01-09", "12");

        assertThat(on(book, "2024-01-04")).isEmpty();
        assertThat(on(book, "2024-01-08")).contains(new PriceOnDate(new BigDecimal("10"), date("2024-01-05"), false));
        assertThat(on(book, "2024-01-09").orElseThrow().price()).isEqualByComparingTo("12");
    }

    @Test
    void a_trade_price_counts_like_an_observation_but_the_market_wins_on_its_date() {
        Book book = new Book()
                .buyAt("2024-01-02", "X", "1", "9", "USD")
                .buyAt("2024-01-05", "X", "1", "9.5", "USD")
                .buyAt("2024-01-08", "X", "1", "11", "USD")
                .price("X", "2024-01-05", "10");

        assertThat(on(book, "2024-01-04")).contains(new PriceOnDate(new BigDecimal("9"), date("2024-01-02"), true));
        assertThat(on(book, "2024-01-05").orElseThrow().fromTrade()).isFalse();
        assertThat(on(book, "2024-01-08").orElseThrow().price()).isEqualByComparingTo("11");
    }

    @Test
    void a_trade_paid_in_another_currency_gives_no_price() {
        Book book = new Book()
                .security("X", "USD")
                .buy("2024-01-02", "X", "1", Optional.of(new BigDecimal("130")), Money.of("130", "CAD"));

        assertThat(on(book, "2024-01-03")).isEmpty();
    }

    @Test
    void a_price_from_before_a_split_is_carried_over_it_in_new_units() {
        Book book = new Book()
                .buyAt("2024-01-02", "X", "10", "90", "USD")
                .split("2024-02-01", "X", "3", "1")
                .price("X", "2024-02-05", "31");

        assertThat(on(book, "2024-01-31").orElseThrow().price()).isEqualByComparingTo("90");
        assertThat(on(book, "2024-02-01").orElseThrow().price()).isEqualByComparingTo("30");
        assertThat(on(book, "2024-02-05").orElseThrow().price()).isEqualByComparingTo("31");
    }

    @Test
    void a_price_of_the_day_of_a_split_is_in_new_units() {
        Book book = new Book()
                .buyAt("2024-01-02", "X", "10", "90", "USD")
                .split("2024-02-01", "X", "3", "1")
                .price("X", "2024-02-01", "29");

        assertThat(on(book, "2024-02-01").orElseThrow().price()).isEqualByComparingTo("29");
    }

    @Test
    void the_columns_say_the_same_as_the_dates() {
        Book book = new Book()
                .buyAt("2024-01-04", "X", "10", "90", "USD")
                .price("X", "2024-01-09", "88.5")
                .split("2024-01-11", "X", "7", "3")
                .split("2024-01-20", "X", "1", "2")
                .price("X", "2024-01-25", "70");
        int first = (int) date("2024-01-01").toEpochDay();
        int[] days = IntStream.range(first, first + 40).toArray();
        double[] column = book.timeline("X", END).on(days);

        for (int i = 0; i < days.length; i++) {
            Optional<PriceOnDate> exact = book.timeline("X", END).on(LocalDate.ofEpochDay(days[i]));
            if (exact.isEmpty()) {
                assertThat(column[i]).isNaN();
            } else {
                assertThat(column[i])
                        .isCloseTo(exact.get().price().doubleValue(), org.assertj.core.data.Offset.offset(1e-12));
            }
        }
    }

    private static Optional<PriceOnDate> on(Book book, String date) {
        return book.timeline("X", END).on(date(date));
    }

    private static LocalDate date(String text) {
        return LocalDate.parse(text);
    }
}
