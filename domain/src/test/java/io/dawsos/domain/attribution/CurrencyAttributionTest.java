package io.dawsos.domain.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.dawsos.domain.attribution.CurrencyAttribution.CurrencyParts;
import io.dawsos.domain.attribution.CurrencyAttribution.SleeveParts;
import io.dawsos.domain.book.Book;
import io.dawsos.domain.figure.Figure;
import io.dawsos.domain.money.CurrencyCode;
import io.dawsos.domain.performance.DailyValuation;
import io.dawsos.domain.performance.ReturnSeries;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CurrencyAttributionTest {

    private static final int ALL = 10_000;

    /** A share rises 20 % over a year of small steps, its currency 10 %: 0.2, 0.1 and 0.02 whatever the way there. */
    @Test
    void what_nobody_touches_gives_local_times_fx_of_the_whole_window() {
        Book book = new Book().deposit("2024-01-01", "1000", "EUR").buyAt("2024-01-01", "X", "10", "100", "EUR");
        wander(book, new Random(1), "X", "100", "120");
        wanderRate(book, new Random(2), "EUR", "1.00", "1.10");

        CurrencyAttribution split = attribute(book, "2024-12-31", ALL);

        assertThat(split.total().local()).isCloseTo(0.2, within(1e-12));
        assertThat(split.total().fx()).isCloseTo(0.1, within(1e-12));
        assertThat(split.total().interaction()).isCloseTo(0.02, within(1e-12));
        assertThat(split.total().total()).isCloseTo(split.twr(), within(1e-12));
    }

    /** Opening weights 0.6 and 0.4; local 0.1 and -0.05, fx 0.2 and 0. */
    @Test
    void positions_contribute_by_their_opening_weights() {
        Book book = new Book()
                .rate("EUR", "USD", "2024-01-01", "1")
                .deposit("2024-01-01", "600", "EUR")
                .deposit("2024-01-01", "400", "USD")
                .buyAt("2024-01-01", "X", "6", "100", "EUR")
                .buyAt("2024-01-01", "Y", "4", "100", "USD")
                .price("X", "2024-01-03", "90")
                .price("Y", "2024-01-04", "97")
                .rate("EUR", "USD", "2024-01-04", "1.3")
                .price("X", "2024-01-10", "110")
                .price("Y", "2024-01-10", "95")
                .rate("EUR", "USD", "2024-01-10", "1.2");

        CurrencyAttribution split = attribute(book, "2024-01-10", 7);

        CurrencyParts euro = split.byCurrency().get(CurrencyCode.of("EUR"));
        assertThat(euro.weight()).isCloseTo(0.6, within(1e-15));
        assertThat(euro.parts().local()).isCloseTo(0.06, within(1e-12));
        assertThat(euro.parts().fx()).isCloseTo(0.12, within(1e-12));
        assertThat(euro.parts().interaction()).isCloseTo(0.012, within(1e-12));
        CurrencyParts dollar = split.byCurrency().get(CurrencyCode.of("USD"));
        assertThat(dollar.parts()).satisfies(parts -> {
            assertThat(parts.local()).isCloseTo(-0.02, within(1e-12));
            assertThat(parts.fx()).isZero();
            assertThat(parts.interaction()).isZero();
        });
        assertThat(split.from()).isEqualTo("2024-01-01");
    }

    @Test
    void cash_of_another_currency_earns_the_exchange_rate_only() {
        Book book = new Book()
                .rate("EUR", "USD", "2024-01-01", "1")
                .deposit("2024-01-01", "500", "EUR")
                .deposit("2024-01-01", "500", "USD")
                .rate("EUR", "USD", "2024-01-03", "1.2");

        Parts total = attribute(book, "2024-01-05", 3).total();

        assertThat(total.local()).isZero();
        assertThat(total.fx()).isCloseTo(0.1, within(1e-12));
        assertThat(total.interaction()).isZero();
    }

    @Test
    void dividends_belong_to_their_security_and_fees_and_interest_to_cash() {
        Book book = new Book()
                .deposit("2024-01-01", "1000", "USD")
                .buyAt("2024-01-01", "X", "5", "100", "USD")
                .dividend("2024-01-03", "X", "20", "USD")
                .interest("2024-01-04", "5", "USD")
                .fee("2024-01-05", "15", "USD");

        CurrencyAttribution split = attribute(book, "2024-01-05", ALL);

        assertThat(part(split, "X").parts().local()).isCloseTo(0.02, within(1e-12));
        assertThat(split.bySleeve().get(1).parts().local()).isCloseTo(-0.01, within(1e-12));
        assertThat(split.total().local()).isCloseTo(0.01, within(1e-12));
    }

    /** Bought at 100, sold at 110, bought again at 120, now 132: 1.1 x 1.1 - 1, whatever the portfolio did. */
    @Test
    void the_own_return_of_a_position_is_time_weighted() {
        Book book = new Book()
                .rate("EUR", "USD", "2024-01-01", "1")
                .deposit("2024-01-01", "1000", "EUR")
                .buyAt("2024-01-01", "X", "2", "100", "EUR")
                .price("X", "2024-01-02", "110")
                .sell("2024-01-03", "X", "2", "220", "EUR")
                .price("X", "2024-01-03", "110")
                .buyAt("2024-01-04", "X", "5", "120", "EUR")
                .rate("EUR", "USD", "2024-01-05", "1.5")
                .price("X", "2024-01-05", "132");

        Parts own =
                part(attribute(book, "2024-01-05", ALL), "X").own().asOptional().orElseThrow();

        assertThat(own.local()).isCloseTo(0.21, within(1e-12));
        assertThat(own.fx()).isCloseTo(0.5, within(1e-12));
        assertThat(own.total()).isCloseTo(1.21 * 1.5 - 1, within(1e-12));
    }

    @Test
    void a_short_position_contributes_but_has_no_return_of_its_own() {
        Book book = new Book()
                .deposit("2024-01-01", "1000", "USD")
                .security("X", "USD")
                .price("X", "2024-01-01", "100")
                .sell("2024-01-01", "X", "1", "100", "USD")
                .price("X", "2024-01-03", "90");

        SleeveParts part = part(attribute(book, "2024-01-05", ALL), "X");

        assertThat(part.parts().local()).isCloseTo(0.01, within(1e-12));
        assertThat(part.own().whyMissing()).isPresent();
    }

    @Test
    void a_day_without_a_rate_makes_it_missing_with_that_reason() {
        Book book = new Book()
                .deposit("2024-01-01", "1000", "USD")
                .deposit("2024-01-03", "10", "SEK")
                .rate("SEK", "USD", "2024-01-04", "0.1");
        DailyValuation valuation = book.valuation("USD", "2024-01-05");

        Figure<CurrencyAttribution> split = CurrencyAttribution.of(valuation, ReturnSeries.of(valuation), ALL);

        assertThat(split.whyMissing())
                .hasValueSatisfying(reason -> assertThat(reason.code()).isEqualTo("fx_rate_missing"));
        assertThat(CurrencyAttribution.of(valuation, ReturnSeries.of(valuation), 1)
                        .asOptional())
                .isPresent();
    }

    @Property(tries = 300)
    void parts_sum_to_the_time_weighted_return(@ForAll long seed) {
        Random random = new Random(seed);
        Book book = new Book().deposit("2024-01-01", "5000", "USD").deposit("2024-01-01", "5000", "EUR");
        wanderRate(book, random, "EUR", "1.1", "1.2");
        wanderRate(book, random, "JPY", "0.007", "0.0065");
        for (String symbol : new String[] {"A", "B", "C"}) {
            book.security(symbol, symbol.equals("A") ? "USD" : symbol.equals("B") ? "EUR" : "JPY");
            wander(book, random, symbol, "100", "90");
        }
        for (int i = 0; i < 40; i++) {
            String date = LocalDate.of(2024, 1, 2).plusDays(random.nextInt(360)).toString();
            String symbol = "ABC".substring(random.nextInt(3)).substring(0, 1);
            String paid = random.nextInt(4) == 0 ? "EUR" : "USD";
            switch (random.nextInt(8)) {
                case 0, 1, 2 -> book.buy(date, symbol, "3", "310.5", paid);
                case 3 -> book.sell(date, symbol, "2", "190", paid);
                case 4 -> book.dividend(date, symbol, "7.7", paid);
                case 5 -> book.deposit(date, "500", paid);
                case 6 -> book.withdraw(date, "300", paid);
                default -> book.fee(date, "2.5", paid);
            }
        }
        int window = 1 + random.nextInt(300);
        CurrencyAttribution split = attribute(book, "2024-12-31", window);

        assertThat(split.total().total()).isCloseTo(split.twr(), within(1e-9));
        assertThat(split.byCurrency().values().stream()
                        .mapToDouble(part -> part.parts().total())
                        .sum())
                .isCloseTo(split.twr(), within(1e-9));
        assertThat(split.bySleeve().stream()
                        .mapToDouble(part -> part.parts().total())
                        .sum())
                .isCloseTo(split.twr(), within(1e-9));
        assertThat(split.byCurrency().get(CurrencyCode.of("USD")).parts().fx()).isZero();
        assertThat(split.bySleeve())
                .allSatisfy(part -> part.own()
                        .asOptional()
                        .ifPresent(
                                own -> assertThat(own.interaction()).isCloseTo(own.local() * own.fx(), within(1e-12))));
    }

    private static CurrencyAttribution attribute(Book book, String asOf, int window) {
        DailyValuation valuation = book.valuation("USD", asOf);
        Figure<CurrencyAttribution> split = CurrencyAttribution.of(valuation, ReturnSeries.of(valuation), window);
        assertThat(split.whyMissing()).isEmpty();
        return split.asOptional().orElseThrow();
    }

    private static SleeveParts part(CurrencyAttribution split, String symbol) {
        return split.bySleeve().stream()
                .filter(part -> part.security().equals(Optional.of(Book.id(symbol))))
                .findFirst()
                .orElseThrow();
    }

    private static void wander(Book book, Random random, String symbol, String first, String last) {
        double level = Double.parseDouble(first);
        book.price(symbol, "2024-01-01", first);
        for (LocalDate date = LocalDate.of(2024, 1, 2); date.getYear() == 2024; date = date.plusDays(1)) {
            level *= 1 + 0.02 * random.nextGaussian();
            book.price(symbol, date.toString(), String.format("%.4f", level));
        }
        book.price(symbol, "2024-12-31", last);
    }

    private static void wanderRate(Book book, Random random, String base, String first, String last) {
        double level = Double.parseDouble(first);
        book.rate(base, "USD", "2024-01-01", first);
        for (LocalDate date = LocalDate.of(2024, 1, 2); date.getYear() == 2024; date = date.plusDays(1)) {
            level *= 1 + 0.005 * random.nextGaussian();
            book.rate(base, "USD", date.toString(), String.format("%.6f", level));
        }
        book.rate(base, "USD", "2024-12-31", last);
    }
}
