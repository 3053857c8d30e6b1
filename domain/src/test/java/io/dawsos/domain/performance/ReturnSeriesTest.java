package io.dawsos.domain.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.dawsos.domain.book.Book;
import io.dawsos.domain.figure.Figure;
import io.dawsos.domain.figure.Unavailable;
import io.dawsos.domain.pricing.ObservationSeries;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReturnSeriesTest {

    @Test
    void deposits_and_withdrawals_are_no_performance() {
        ReturnSeries returns = returns(new Book()
                .deposit("2024-01-02", "1000", "USD")
                .interest("2024-01-03", "10", "USD")
                .deposit("2024-01-04", "5000", "USD")
                .withdraw("2024-01-05", "2000", "USD")
                .interest("2024-01-05", "60.1", "USD"));

        assertThat(returns.value(1)).isCloseTo(0.01, within(1e-15));
        assertThat(returns.value(2)).isZero();
        assertThat(returns.value(3)).isCloseTo(0.01, within(1e-15));
        assertThat(returns.sinceInception().asOptional().orElseThrow()).isCloseTo(0.0201, within(1e-12));
    }

    @Test
    void days_without_a_price_are_spanned_if_nothing_crossed_the_border() {
        ReturnSeries returns = returns(new Book()
                .deposit("2024-01-02", "1000", "USD")
                .buy("2024-01-03", "X", "10", "1000", "USD")
                .price("X", "2024-01-05", "120"));

        assertThat(returns.skipped()).containsExactly(day("2024-01-03"), day("2024-01-04"));
        assertThat(returns.value(3)).isCloseTo(0.2, within(1e-12));
        assertThat(returns.sinceInception().asOptional().orElseThrow()).isCloseTo(0.2, within(1e-12));
        assertThat(reason(returns.since(day("2024-01-03"))).code()).isEqualTo("price_missing");
        assertThat(returns.since(day("2024-01-02")).asOptional().orElseThrow()).isCloseTo(0.2, within(1e-12));
    }

    @Test
    void a_flow_while_no_value_is_known_breaks_every_period_that_holds_it_and_no_other() {
        ReturnSeries returns = returns(new Book()
                .deposit("2024-01-01", "1000", "USD")
                .buy("2024-01-02", "X", "10", "1000", "USD")
                .deposit("2024-01-03", "500", "USD")
                .price("X", "2024-01-04", "120")
                .price("X", "2024-01-05", "132"));

        assertThat(reason(returns.sinceInception()).code()).isEqualTo("price_missing");
        assertThat(reason(returns.last(99).maxDrawdown()).code()).isEqualTo("price_missing");
        assertThat(returns.known(3)).isFalse();
        assertThat(returns.since(day("2024-01-04")).asOptional().orElseThrow())
                .isCloseTo(1820.0 / 1700 - 1, within(1e-12));
    }

    @Test
    void a_period_that_ends_without_a_value_has_no_return() {
        ReturnSeries returns =
                returns(new Book().deposit("2024-01-01", "1000", "USD").buy("2024-01-04", "X", "10", "1000", "USD"));

        assertThat(reason(returns.sinceInception()).code()).isEqualTo("price_missing");
    }

    @Test
    void a_period_before_the_history_says_when_the_history_begins() {
        ReturnSeries returns = returns(new Book().deposit("2024-01-02", "1000", "USD"));

        assertThat(returns.since(day("2023-12-29")).whyMissing()).hasValueSatisfying(reason -> {
            assertThat(reason.code()).isEqualTo("history_too_short");
            assertThat(reason.message()).contains("2024-01-02");
        });
        assertThat(returns.since(day("2024-01-03")).asOptional()).contains(0.0);
    }

    @Test
    void nothing_invested_is_missing_and_not_zero() {
        ReturnSeries returns = returns(new Book().fee("2024-01-02", "5", "USD"));
        assertThat(reason(returns.sinceInception()).code()).isEqualTo("no_returns");
        assertThat(reason(returns.last(99).maxDrawdown()).code()).isEqualTo("too_few_returns");
    }

    @Test
    void a_year_has_365_days_and_shorter_periods_are_not_stated_per_year() {
        assertThat(ReturnSeries.annualized(0.21, 730).asOptional().orElseThrow())
                .isCloseTo(0.1, within(1e-12));
        assertThat(reason(ReturnSeries.annualized(0.21, 364)).code()).isEqualTo("period_too_short");
        assertThat(ReturnSeries.annualized(-1, 730).asOptional()).contains(-1.0);
        assertThat(reason(ReturnSeries.annualized(-1.5, 730)).code()).isEqualTo("return_not_annualizable");
    }

    @Test
    void one_return_is_too_few_for_a_spread() {
        ReturnWindow window = series(0.01).last(10);
        assertThat(reason(window.volatility()).code()).isEqualTo("too_few_returns");
        assertThat(reason(window.sharpeRatio(rates("2"), "R")).code()).isEqualTo("too_few_returns");
    }

    @Test
    void returns_that_do_not_vary_have_no_sharpe_ratio() {
        ReturnWindow window = series(0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1).last(10);
        assertThat(window.volatility().asOptional().orElseThrow()).isCloseTo(0, within(1e-15));
        assertThat(reason(window.sharpeRatio(rates("2"), "R")).code()).isEqualTo("no_variation");
    }

    /** By hand: excess over 0, mean 0.01, deviation 0.01, so the daily ratio is 1. */
    @Test
    void sharpe_ratio_is_mean_over_deviation_by_the_root_of_252() {
        ReturnWindow window = series(0.0, 0.01, 0.02).last(10);
        assertThat(window.sharpeRatio(rates("0"), "R").asOptional().orElseThrow())
                .isCloseTo(Math.sqrt(252), within(1e-12));
        assertThat(reason(window.sharpeRatio(ObservationSeries.empty(), "DGS3MO"))
                        .message())
                .contains("DGS3MO", "2024-01-01");
    }

    @Test
    void a_rate_that_takes_a_whole_years_capital_has_no_rate_of_a_day() {
        ReturnWindow window = series(0.0, 0.01, 0.02).last(10);
        for (String rate : List.of("-100", "-250")) {
            assertThat(reason(window.sharpeRatio(rates(rate), "R")).code()).isEqualTo("risk_free_rate_impossible");
        }
        assertThat(window.sharpeRatio(rates("-99"), "R").asOptional().orElseThrow())
                .isFinite();
    }

    @Test
    void the_first_point_is_a_peak_and_equal_heights_are_not_new_ones() {
        Drawdown drawdown = series(-0.2, 0.25, -0.5, 1.0, -0.1)
                .last(10)
                .maxDrawdown()
                .asOptional()
                .orElseThrow();

        assertThat(drawdown.depth()).isEqualTo(-0.5);
        assertThat(drawdown.peak()).isEqualTo("2024-01-01");
        assertThat(drawdown.trough()).isEqualTo("2024-01-03");
        assertThat(drawdown.recovery()).contains(day("2024-01-04"));
        assertThat(drawdown.current()).isCloseTo(-0.1, within(1e-15));
    }

    private static ReturnSeries returns(Book book) {
        return ReturnSeries.of(book.valuation("USD", "2024-01-05"));
    }

    private static ReturnSeries series(double... returns) {
        int first = (int) day("2024-01-01").toEpochDay();
        return ReturnSeries.of(
                ValuationDays.of(IntStream.range(first, first + returns.length).toArray()), returns);
    }

    private static ObservationSeries rates(String percent) {
        return new ObservationSeries.Builder(1)
                .add(day("2023-12-29"), new BigDecimal(percent))
                .build();
    }

    private static Unavailable reason(Figure<?> figure) {
        Optional<Unavailable> reason = figure.whyMissing();
        assertThat(reason).isPresent();
        return reason.orElseThrow();
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
