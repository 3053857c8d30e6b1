package io.dawsos.domain.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.dawsos.domain.book.Book;
import io.dawsos.domain.figure.Figure;
import io.dawsos.domain.ledger.LedgerFold;
import io.dawsos.domain.ledger.SecurityId;
import io.dawsos.domain.money.CurrencyCode;
import io.dawsos.domain.pricing.PriceTimeline;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PositionReturnsTest {

    private static final CurrencyCode EUR = CurrencyCode.of("EUR");

    private static Figure<PositionReturns> returns(Book book, int count, String... symbols) {
        Map<SecurityId, CurrencyCode> currencies = new LinkedHashMap<>();
        Map<SecurityId, PriceTimeline> timelines = new LinkedHashMap<>();
        for (String symbol : symbols) {
            currencies.put(Book.id(symbol), CurrencyCode.of("USD"));
            timelines.put(Book.id(symbol), book.timeline(symbol, LocalDate.parse("2024-01-08")));
        }
        return PositionReturns.of(
                currencies,
                timelines,
                book.conversion(LocalDate.parse("2024-01-08")),
                LedgerFold.inOrder(book.entries()),
                EUR,
                ValuationDays.between(LocalDate.parse("2024-01-02"), LocalDate.parse("2024-01-08")),
                count);
    }

    /** A splits 2 for 1 and stands still; B gains a tenth; the dollar loses a half on the last day. */
    @Test
    void prices_at_rates_with_splits_taken_out() {
        Book book = new Book()
                .buyAt("2024-01-02", "A", "1", "100", "USD")
                .buyAt("2024-01-03", "B", "1", "10", "USD")
                .split("2024-01-04", "A", "2", "1")
                .price("A", "2024-01-04", "50")
                .price("B", "2024-01-05", "11")
                .rate("USD", "EUR", "2024-01-02", "1")
                .rate("USD", "EUR", "2024-01-08", "0.5");
        PositionReturns found = returns(book, 10, "A", "B").asOptional().orElseThrow();
        assertThat(found.securities()).isEqualTo(List.of(Book.id("A"), Book.id("B")));
        assertThat(found.size()).isEqualTo(3);
        assertThat(found.sample(0).date(0)).isEqualTo("2024-01-04");
        assertThat(found.columns()[0]).containsExactly(new double[] {0, 0, -0.5}, within(1e-15));
        assertThat(found.columns()[1]).containsExactly(new double[] {0, 0.1, -0.5}, within(1e-15));
        assertThat(returns(book, 1, "A", "B").asOptional().orElseThrow().size()).isEqualTo(1);
    }

    @Test
    void a_position_without_a_price_is_named_as_the_reason() {
        Book book = new Book().buy("2024-01-02", "A", "1", "100", "USD").rate("USD", "EUR", "2024-01-02", "1");
        assertThat(returns(book, 10, "A").whyMissing()).isPresent();
    }
}
