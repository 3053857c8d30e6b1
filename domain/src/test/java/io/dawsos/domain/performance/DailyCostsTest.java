package io.dawsos.domain.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.dawsos.domain.book.Book;
import io.dawsos.domain.explanation.ExplanationCheck;
import io.dawsos.domain.ledger.Transaction;
import io.dawsos.domain.money.Money;
import io.dawsos.domain.performance.Blend.Rebalancing;
import io.dawsos.domain.performance.DailyCosts.Before;
import io.dawsos.domain.pricing.ObservationSeries;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DailyCostsTest {

    private static DailyCosts costs(Book book, DailyValuation valuation) {
        return DailyCosts.of(book.entries(), valuation).asOptional().orElseThrow();
    }

    /** 1000 buy 9.9 units at 100 for a fee of 6 and a tax of 4; a dividend of 80 comes as 60. */
    @Test
    void returns_before_fees_taxes_or_both() {
        Book book = new Book()
                .security("X", "EUR")
                .deposit("2024-01-02", "1000", "EUR")
                .add(new Transaction.Buy(
                        LocalDate.parse("2024-01-03"),
                        Book.id("X"),
                        new BigDecimal("9.9"),
                        Optional.of(new BigDecimal("100")),
                        Money.of("1000", "EUR"),
                        new BigDecimal("6"),
                        new BigDecimal("4"),
                        ""))
                .add(new Transaction.Dividend(
                        LocalDate.parse("2024-01-04"), Book.id("X"), Money.of("60", "EUR"), new BigDecimal("20"), ""))
                .price("X", "2024-01-03", "100");
        DailyValuation valuation = book.valuation("EUR", "2024-01-04");
        DailyCosts costs = costs(book, valuation);
        assertThat(costs.fees(1)).isEqualTo(6);
        assertThat(costs.taxes(2)).isEqualTo(20);
        assertThat(total(costs.returns(Before.NOTHING))).isCloseTo(0.99 * 1050 / 990 - 1, within(1e-14));
        assertThat(total(costs.returns(Before.FEES))).isCloseTo(0.996 * 1050 / 990 - 1, within(1e-14));
        assertThat(total(costs.returns(Before.TAXES))).isCloseTo(0.994 * 1070 / 990 - 1, within(1e-14));
        assertThat(total(costs.returns(Before.FEES_AND_TAXES))).isCloseTo(1070.0 / 990 - 1, within(1e-14));
        assertThat(total(costs.returns(Before.NOTHING))).isEqualTo(total(ReturnSeries.of(valuation)));
        costs.returns(Before.FEES_AND_TAXES)
                .sinceInception(explanation -> assertThat(ExplanationCheck.firstFault(explanation.get(), 1000))
                        .isEmpty());
    }

    private static double total(ReturnSeries returns) {
        return returns.sinceInception().asOptional().orElseThrow();
    }

    /** A fee of 5 dollars at 2 dollars for a euro, on a Saturday, counts on Monday. */
    @Test
    void costs_in_other_currencies_count_at_the_days_rate() {
        Book book = new Book()
                .deposit("2024-01-05", "100", "USD")
                .fee("2024-01-06", "5", "USD")
                .rate("EUR", "USD", "2024-01-05", "2");
        DailyValuation valuation = book.valuation("EUR", "2024-01-08");
        assertThat(costs(book, valuation).fees(1)).isEqualTo(2.5);
        assertThat(total(costs(book, valuation).returns(Before.FEES))).isCloseTo(0, within(1e-15));
    }

    @Test
    void a_cost_without_a_rate_is_named() {
        Book book = new Book().deposit("2024-01-05", "100", "EUR").fee("2024-01-05", "5", "XAF");
        assertThat(DailyCosts.of(book.entries(), book.valuation("EUR", "2024-01-08"))
                        .whyMissing())
                .hasValueSatisfying(why -> assertThat(why.message()).contains("XAF"));
    }

    @Test
    void samples_pair_by_day() {
        ReturnSample own = ReturnSample.of(new int[] {1, 2, 4, 5}, new double[] {0.1, 0.2, 0.4, 0.5});
        ReturnSample other =
                ReturnSample.ofLevels(new int[] {1, 2, 3, 4, 5}, new double[] {100, 110, Double.NaN, 100, 99});
        assertThat(own.on(other).values()).containsExactly(0.2, 0.5);
        assertThat(other.on(own).values()).containsExactly(110 / 100.0 - 1, 0.99 - 1);
        ObservationSeries.Builder rates = new ObservationSeries.Builder(2);
        rates.add(1, new BigDecimal("2.52"));
        assertThat(own.riskFree(rates.build(), "DTB3").asOptional().orElseThrow()[3])
                .isCloseTo(Math.pow(1.0252, 1 / 252.0) - 1, within(1e-15));
        assertThat(own.riskFree(new ObservationSeries.Builder(1).build(), "DTB3")
                        .whyMissing())
                .isPresent();
    }

    /** Half in each: 10 % and 0 %, then 0 % and 10 %. Held, 55 % of it are in the first when the second gains. */
    @Test
    void a_blend_drifts_until_it_is_set_again() {
        List<ReturnSample> series = List.of(
                ReturnSample.of(new int[] {0, 40}, new double[] {0.1, 0}),
                ReturnSample.of(new int[] {0, 40}, new double[] {0, 0.1}));
        double[] half = {0.5, 0.5};
        assertThat(Blend.of(series, half, Rebalancing.NEVER).values()[1]).isCloseTo(0.05 / 1.05, within(1e-15));
        assertThat(Blend.of(series, half, Rebalancing.MONTHLY).values()[1]).isCloseTo(0.05, within(1e-15));
        assertThat(Blend.of(series, half, Rebalancing.YEARLY).values()[1]).isCloseTo(0.05 / 1.05, within(1e-15));
    }
}
