package io.dawsos.domain.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.dawsos.domain.book.Book;
import io.dawsos.domain.performance.DailyValuation;
import io.dawsos.domain.performance.ReturnSeries;
import org.junit.jupiter.api.Test;

class ContributionTest {

    /** 600 of A gain 10 %, 300 of B lose 10 %, 100 stay in cash: 6 % and -3 % of 1000. */
    @Test
    void gains_over_the_value_by_group() {
        Book book = new Book()
                .deposit("2024-01-02", "1000", "EUR")
                .buyAt("2024-01-02", "A", "6", "100", "EUR")
                .buyAt("2024-01-02", "B", "3", "100", "EUR")
                .price("A", "2024-01-04", "110")
                .price("B", "2024-01-04", "90");
        DailyValuation valuation = book.valuation("EUR", "2024-01-04");
        CurrencyAttribution split = CurrencyAttribution.of(valuation, ReturnSeries.of(valuation), 2)
                .asOptional()
                .orElseThrow();
        Contribution byHolding = Contribution.of(
                split,
                sleeve -> sleeve.security()
                        .map(id -> id.equals(Book.id("A")) ? "A" : "B")
                        .orElse("cash"));
        assertThat(byHolding.lines()).extracting(Contribution.Line::name).containsExactly("A", "B", "cash");
        assertThat(byHolding.lines().get(0).contribution()).isCloseTo(0.06, within(1e-14));
        assertThat(byHolding.lines().get(1).contribution()).isCloseTo(-0.03, within(1e-14));
        assertThat(byHolding.lines().get(2).weight()).isCloseTo(0.1, within(1e-14));
        Contribution bySector =
                Contribution.of(split, sleeve -> sleeve.security().isPresent() ? "shares" : "cash");
        assertThat(bySector.lines().get(1).contribution()).isCloseTo(0.03, within(1e-14));
        assertThat(bySector.lines().get(1).holdings()).isEqualTo(2);
        assertThat(bySector.total()).isCloseTo(bySector.twr(), within(1e-12));
        assertThat(bySector.residual()).isCloseTo(0, within(1e-12));
    }
}
