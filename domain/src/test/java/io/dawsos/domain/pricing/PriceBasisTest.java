package io.dawsos.domain.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.domain.ledger.SecurityId;
import io.dawsos.domain.ledger.Transaction;
import io.dawsos.domain.pricing.PriceBasis.Kind;
import io.dawsos.domain.pricing.PriceBasis.Suspicion;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Prices and splits that do not belong together are noticed; those that do are left alone. */
class PriceBasisTest {

    private static final LocalDate START = LocalDate.of(2026, 3, 2);
    private static final LocalDate END = LocalDate.of(2026, 3, 31);

    private static ObservationSeries prices(String... values) {
        ObservationSeries.Builder builder = new ObservationSeries.Builder(values.length);
        for (int i = 0; i < values.length; i++) {
            builder.add(START.plusDays(i), new BigDecimal(values[i]));
        }
        return builder.build();
    }

    private static Transaction.Split split(int day, String newUnits, String oldUnits) {
        return new Transaction.Split(
                START.plusDays(day),
                new SecurityId(new UUID(1, 1)),
                new BigDecimal(newUnits),
                new BigDecimal(oldUnits),
                "");
    }

    private static List<Suspicion> of(ObservationSeries prices, Transaction.Split... splits) {
        return PriceBasis.of(prices, List.of(splits), START, END);
    }

    @Test
    void a_price_that_halves_without_a_split_is_suspect() {
        assertThat(of(prices("100", "101", "50.2")))
                .containsExactly(new Suspicion(Kind.SPLIT_MISSING, START.plusDays(2), 101 / 50.2));
        assertThat(of(prices("10", "99"))).extracting(Suspicion::kind).containsExactly(Kind.SPLIT_MISSING);
    }

    @Test
    void a_split_that_the_price_shows_is_as_it_should_be() {
        assertThat(of(prices("100", "101", "50.2"), split(2, "2", "1"))).isEmpty();
        assertThat(of(prices("10", "99"), split(1, "1", "10"))).isEmpty();
    }

    @Test
    void a_split_that_the_price_does_not_show_is_suspect() {
        assertThat(of(prices("50", "50.5", "50.2"), split(2, "2", "1")))
                .containsExactly(new Suspicion(Kind.PRICES_ADJUSTED, START.plusDays(2), 2));
    }

    @Test
    void usual_moves_are_not() {
        assertThat(of(prices("100", "88", "97", "120", "100"))).isEmpty();
    }

    @Test
    void what_lies_outside_of_the_dates_does_not_matter() {
        ObservationSeries series = prices("100", "50", "51");
        assertThat(PriceBasis.of(series, List.of(), START.plusDays(1), END)).isEmpty();
        assertThat(PriceBasis.of(series, List.of(), START, START)).isEmpty();
        assertThat(PriceBasis.of(series, List.of(), START, END)).hasSize(1);
    }
}
