package io.dawsos.domain.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.dawsos.domain.book.Book;
import io.dawsos.domain.figure.Figure;
import io.dawsos.domain.money.CurrencyCode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CurrencyConversionTest {

    private static final LocalDate DAY = LocalDate.of(2024, 1, 10);

    @Test
    void a_currency_in_itself_is_1_without_any_quotation() {
        assertThat(rate(new Book(), "CHF", "CHF")).isEqualByComparingTo("1");
    }

    @Test
    void the_pair_as_quoted_comes_before_its_inverse_and_a_cross() {
        Book book = new Book()
                .rate("USD", "CAD", "2024-01-05", "1.34")
                .rate("CAD", "USD", "2024-01-09", "0.75")
                .rate("EUR", "USD", "2024-01-09", "1.1")
                .rate("EUR", "CAD", "2024-01-09", "1.5");

        assertThat(rate(book, "USD", "CAD")).isEqualByComparingTo("1.34");
        assertThat(rate(book, "CAD", "USD")).isEqualByComparingTo("0.75");
    }

    @Test
    void an_inverse_has_34_digits() {
        Book book = new Book().rate("EUR", "AUD", "2024-01-05", "3");
        assertThat(rate(book, "AUD", "EUR")).isEqualByComparingTo("0.3333333333333333333333333333333333");
    }

    @Test
    void a_cross_goes_through_the_euro_then_the_dollar() {
        Book euro = new Book()
                .rate("EUR", "SEK", "2024-01-05", "11")
                .rate("EUR", "CHF", "2024-01-05", "0.99")
                .rate("USD", "SEK", "2024-01-09", "10")
                .rate("USD", "CHF", "2024-01-09", "0.8");
        assertThat(rate(euro, "SEK", "CHF")).isCloseTo(new BigDecimal("0.09"), within(new BigDecimal("1E-30")));

        Book dollar = new Book().rate("USD", "SEK", "2024-01-09", "10").rate("USD", "CHF", "2024-01-09", "0.8");
        assertThat(rate(dollar, "SEK", "CHF")).isEqualByComparingTo("0.08");
    }

    @Test
    void a_rate_is_never_taken_from_a_later_date_and_never_made_up() {
        Book book = new Book().rate("USD", "CAD", "2024-01-11", "1.34");
        Figure<BigDecimal> rate = book.conversion(DAY).rate(CurrencyCode.of("USD"), CurrencyCode.of("CAD"), DAY);

        assertThat(rate.whyMissing()).hasValueSatisfying(reason -> {
            assertThat(reason.code()).isEqualTo("fx_rate_missing");
            assertThat(reason.message()).contains("USD", "CAD", "2024-01-10");
        });
    }

    @Test
    void the_columns_say_the_same_as_the_dates() {
        Book book = new Book()
                .rate("EUR", "SEK", "2024-01-08", "11")
                .rate("EUR", "CHF", "2024-01-06", "0.99")
                .rate("USD", "SEK", "2024-01-04", "10")
                .rate("USD", "CHF", "2024-01-03", "0.8")
                .rate("CHF", "SEK", "2024-01-12", "11.2");
        int first = (int) LocalDate.of(2024, 1, 1).toEpochDay();
        int[] days = IntStream.range(first, first + 20).toArray();
        CurrencyConversion conversion = book.conversion(DAY);
        double[] column = conversion.rates(CurrencyCode.of("SEK"), CurrencyCode.of("CHF"), days);

        for (int i = 0; i < days.length; i++) {
            double value = column[i];
            Figure<BigDecimal> exact =
                    conversion.rate(CurrencyCode.of("SEK"), CurrencyCode.of("CHF"), LocalDate.ofEpochDay(days[i]));
            assertThat(Double.isNaN(column[i])).isEqualTo(exact.whyMissing().isPresent());
            exact.asOptional().ifPresent(rate -> assertThat(rate.doubleValue()).isCloseTo(value, within(1e-15)));
        }
        assertThat(Arrays.stream(column).filter(Double::isNaN)).hasSize(3);
    }

    private static BigDecimal rate(Book book, String from, String to) {
        return book.conversion(DAY)
                .rate(CurrencyCode.of(from), CurrencyCode.of(to), DAY)
                .asOptional()
                .orElseThrow();
    }
}
