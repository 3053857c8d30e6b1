package io.dawsos.domain.tax;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.domain.book.Book;
import io.dawsos.domain.ledger.LotMatching;
import io.dawsos.domain.ledger.LotRules;
import io.dawsos.domain.ledger.PortfolioId;
import io.dawsos.domain.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.UnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class WashSalesTest {

    private static final PortfolioId ONE = new PortfolioId(new UUID(0, 1));
    private static final PortfolioId OTHER = new PortfolioId(new UUID(0, 2));
    private static final LocalDate END = LocalDate.of(2025, 12, 31);

    private static List<Parcel> parcels(PortfolioId portfolio, Book book) {
        return Parcels.of(portfolio, book.entries(), END, LotRules.of(LotMatching.FIFO));
    }

    private static WashSales.Result wash(List<Parcel> parcels) {
        return WashSales.of(parcels, 30, UnaryOperator.identity());
    }

    @Test
    void a_purchase_in_another_portfolio_of_the_owner_defers_a_loss() {
        List<Parcel> parcels = new ArrayList<>(parcels(
                ONE,
                new Book().buy("2025-01-02", "X", "100", "1000", "USD").sell("2025-03-03", "X", "100", "750", "USD")));
        parcels.addAll(parcels(OTHER, new Book().buy("2025-03-10", "X", "40", "320", "USD")));

        assertThat(wash(parcels).matches()).singleElement().satisfies(match -> {
            assertThat(match.disallowed()).isEqualTo(Money.of("100", "USD"));
            assertThat(match.replacement().portfolio()).isEqualTo(OTHER);
            assertThat(match.newCost()).isEqualTo(Money.of("420", "USD"));
            assertThat(match.heldFrom()).isEqualTo("2025-01-09");
        });
    }

    @Test
    void the_window_ends_thirty_days_before_and_after() {
        for (String[] dates : new String[][] {{"2025-03-31", "1"}, {"2025-04-01", "0"}}) {
            List<Parcel> parcels = parcels(
                    ONE,
                    new Book()
                            .buy("2024-01-02", "X", "10", "1000", "USD")
                            .sell("2025-03-01", "X", "10", "900", "USD")
                            .buy(dates[0], "X", "10", "900", "USD"));
            assertThat(wash(parcels).matches()).hasSize(Integer.parseInt(dates[1]));
        }
        List<Parcel> before = parcels(
                ONE,
                new Book()
                        .buy("2024-01-02", "X", "10", "1000", "USD")
                        .buy("2025-01-30", "X", "10", "900", "USD")
                        .sell("2025-03-01", "X", "10", "900", "USD"));
        assertThat(wash(before).matches()).hasSize(1);
    }

    @Test
    void units_are_counted_as_they_are_after_a_split_in_the_window() {
        List<Parcel> parcels = parcels(
                ONE,
                new Book()
                        .buy("2024-01-02", "X", "10", "1000", "USD")
                        .sell("2025-03-01", "X", "10", "900", "USD")
                        .split("2025-03-05", "X", "4", "1")
                        .buy("2025-03-10", "X", "20", "500", "USD"));
        WashSales.Result result = wash(parcels);

        assertThat(result.matches()).singleElement().satisfies(match -> {
            assertThat(match.disallowed().amount()).isEqualByComparingTo("50");
            assertThat(match.sold().quantity()).isEqualByComparingTo("5");
        });
    }

    @Test
    void units_sold_before_the_loss_replace_nothing() {
        List<Parcel> parcels = parcels(
                ONE,
                new Book()
                        .buy("2025-02-20", "X", "10", "900", "USD")
                        .sell("2025-02-25", "X", "10", "950", "USD")
                        .buy("2025-02-26", "X", "10", "1000", "USD")
                        .sell("2025-03-01", "X", "10", "900", "USD"));
        assertThat(wash(parcels).matches()).isEmpty();
    }

    @Test
    void securities_that_are_said_to_be_the_same_defer_each_other() {
        List<Parcel> parcels = parcels(
                ONE,
                new Book()
                        .buy("2024-01-02", "X", "10", "1000", "USD")
                        .sell("2025-03-01", "X", "10", "900", "USD")
                        .buy("2025-03-10", "Y", "10", "900", "USD"));
        assertThat(wash(parcels).matches()).isEmpty();
        assertThat(WashSales.of(parcels, 30, security -> Book.id("X")).matches())
                .hasSize(1);
    }

    /** What is disallowed on one side is added to cost on the other: over all parcels nothing is gained or lost. */
    @Property(tries = 300)
    void the_rule_moves_losses_and_loses_none(@ForAll long seed) {
        Random random = new Random(seed);
        Book book = new Book();
        for (int i = 0; i < 30; i++) {
            String date = LocalDate.of(2025, 1, 1).plusDays(random.nextInt(120)).toString();
            String units = Integer.toString(1 + random.nextInt(20));
            String amount = Integer.toString(1 + random.nextInt(2000));
            if (random.nextInt(5) < 3) {
                book.buy(date, "X", units, amount, "USD");
            } else {
                book.sell(date, "X", units, amount, "USD");
            }
        }
        List<Parcel> parcels = parcels(ONE, book);
        WashSales.Result result = wash(parcels);
        BigDecimal disallowed = result.matches().stream()
                .map(match -> match.disallowed().amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal costBefore = cost(parcels);
        BigDecimal costAfter =
                cost(result.parcels().stream().map(WashSales.Adjusted::parcel).toList());
        assertThat(costAfter).isEqualByComparingTo(costBefore.add(disallowed));
        assertThat(quantity(result.parcels().stream()
                        .map(WashSales.Adjusted::parcel)
                        .toList()))
                .isEqualByComparingTo(quantity(parcels));
        assertThat(result.matches()).allSatisfy(match -> {
            assertThat(match.disallowed().signum()).isPositive();
            assertThat(match.replacement().presentQuantity())
                    .isEqualByComparingTo(match.sold().presentQuantity());
        });
    }

    private static BigDecimal cost(List<Parcel> parcels) {
        return parcels.stream()
                .map(parcel -> parcel.cost().orElseThrow().amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal quantity(List<Parcel> parcels) {
        return parcels.stream().map(Parcel::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Topic 409 of the Internal Revenue Service: held for more than one year, counted from the day after the acquisition. */
    @Test
    void a_year_to_the_day_is_short_and_a_day_more_is_long() {
        HoldingPeriod year = new HoldingPeriod(Period.ofYears(1));
        LocalDate acquired = LocalDate.of(2012, 2, 5);
        assertThat(year.term(acquired, LocalDate.of(2013, 2, 5))).isEqualTo(Term.SHORT);
        assertThat(year.term(acquired, LocalDate.of(2013, 2, 6))).isEqualTo(Term.LONG);
    }

    @Test
    void a_tax_year_may_begin_in_april() {
        TaxYear year = TaxYear.beginning(2024, MonthDay.of(4, 6));
        assertThat(year.contains(LocalDate.of(2025, 4, 5))).isTrue();
        assertThat(year.contains(LocalDate.of(2025, 4, 6))).isFalse();
    }
}
