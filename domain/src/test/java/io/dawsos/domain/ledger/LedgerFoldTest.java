package io.dawsos.domain.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.domain.book.Book;
import io.dawsos.domain.ledger.LedgerFinding.Kind;
import io.dawsos.domain.money.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LedgerFoldTest {

    private static final SecurityId X = Book.id("X");

    @Test
    void the_lot_opened_first_is_sold_first() {
        Holdings holdings = new Book()
                .buy("2024-01-02", "X", "10", "100", "USD")
                .buy("2024-02-01", "X", "10", "200", "USD")
                .sell("2024-03-01", "X", "15", "300", "USD")
                .holdings("2024-03-01", LotMatching.FIFO);

        assertThat(lots(holdings)).containsExactly("5 of 2024-02-01 for 100 USD");
        Disposal disposal = holdings.disposals().get(0);
        assertThat(disposal.realizedGain()).contains(Money.of("100", "USD"));
        assertThat(disposal.matched())
                .extracting(lot ->
                        lot.quantity() + " for " + lot.proceeds().orElseThrow().amount())
                .containsExactly("10 for 200", "5 for 100");
    }

    @Test
    void methods_take_other_lots_of_the_same_ledger() {
        Book book = new Book()
                .buy("2024-01-02", "X", "10", "100", "USD")
                .buy("2024-01-03", "X", "10", "300", "USD")
                .buy("2024-01-04", "X", "10", "200", "USD")
                .sell("2024-03-01", "X", "10", "500", "USD");

        assertThat(gain(book, LotMatching.FIFO)).isEqualTo("400");
        assertThat(gain(book, LotMatching.LIFO)).isEqualTo("300");
        assertThat(gain(book, LotMatching.HIFO)).isEqualTo("200");
        assertThat(gain(book, LotMatching.AVERAGE)).isEqualTo("300");
    }

    @Test
    void highest_cost_first_takes_lots_of_unknown_cost_last() {
        Holdings holdings = new Book()
                .security("X", "USD")
                .transferIn("2024-01-02", "X", "10", Optional.empty())
                .buy("2024-01-03", "X", "10", "100", "USD")
                .sell("2024-03-01", "X", "10", "500", "USD")
                .holdings("2024-03-01", LotMatching.HIFO);

        assertThat(holdings.disposals().get(0).realizedGain()).contains(Money.of("400", "USD"));
        assertThat(holdings.findings()).extracting(LedgerFinding::kind).containsExactly(Kind.COST_UNKNOWN);
    }

    @Test
    void what_is_sold_beyond_the_holding_is_an_open_short_lot_and_a_finding() {
        Holdings holdings = new Book()
                .buy("2024-01-02", "X", "10", "100", "USD")
                .sell("2024-03-01", "X", "15", "300", "USD")
                .holdings("2024-03-01", LotMatching.FIFO);

        assertThat(lots(holdings)).containsExactly("-5 of 2024-03-01 for -100 USD");
        assertThat(holdings.disposals().get(0).quantity()).isEqualByComparingTo("10");
        assertThat(holdings.disposals().get(0).realizedGain()).contains(Money.of("100", "USD"));
        assertThat(holdings.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Kind.OVERSOLD);
            assertThat(finding.quantity()).isEqualByComparingTo("5");
            assertThat(finding.sentence("XYZ"))
                    .isEqualTo("on 2024-03-01 5 units more of XYZ left than were held; the position is short");
        });
    }

    @Test
    void a_purchase_covers_a_short_position_and_opens_a_lot_with_the_rest() {
        Holdings holdings = new Book()
                .sell("2024-01-02", "X", "10", "200", "USD")
                .buy("2024-03-01", "X", "15", "150", "USD")
                .holdings("2024-03-01", LotMatching.FIFO);

        assertThat(holdings.disposals().get(0).realizedGain()).contains(Money.of("100", "USD"));
        assertThat(lots(holdings)).containsExactly("5 of 2024-03-01 for 50 USD");
    }

    @Test
    void units_brought_in_cover_a_short_position_too() {
        Holdings holdings = new Book()
                .sell("2024-01-02", "X", "10", "200", "USD")
                .transferIn("2024-03-01", "X", "10", Optional.empty())
                .holdings("2024-03-01", LotMatching.FIFO);

        assertThat(holdings.positions()).isEmpty();
        assertThat(holdings.disposals().get(0).realizedGain()).isEmpty();
    }

    @Test
    void units_taken_out_leave_with_their_lots_and_realize_nothing() {
        Holdings holdings = new Book()
                .buy("2024-01-02", "X", "10", "100", "USD")
                .transferOut("2024-03-01", "X", "4")
                .holdings("2024-03-01", LotMatching.FIFO);

        assertThat(lots(holdings)).containsExactly("6 of 2024-01-02 for 60 USD");
        assertThat(holdings.disposals().get(0).cost()).contains(Money.of("40", "USD"));
        assertThat(holdings.disposals().get(0).realizedGain()).isEmpty();
    }

    @Test
    void a_split_counts_at_the_start_of_its_date_whenever_it_was_entered() {
        Holdings holdings = new Book()
                .buy("2024-01-02", "X", "10", "100", "USD")
                .sell("2024-03-01", "X", "15", "300", "USD")
                .split("2024-03-01", "X", "2", "1")
                .holdings("2024-03-01", LotMatching.FIFO);

        assertThat(lots(holdings)).containsExactly("5 of 2024-01-02 for 25 USD");
        assertThat(holdings.findings()).isEmpty();
    }

    @Test
    void a_split_that_does_not_come_out_even_keeps_the_exact_fraction() {
        Book book = new Book().buy("2024-01-02", "X", "10", "100", "USD").split("2024-02-01", "X", "1", "3");
        assertThat(lots(book.holdings("2024-02-01", LotMatching.FIFO)))
                .containsExactly("3.333333333333333333333333333333333 of 2024-01-02 for 100 USD");

        book.split("2024-03-01", "X", "3", "1");
        assertThat(lots(book.holdings("2024-03-01", LotMatching.FIFO))).containsExactly("10 of 2024-01-02 for 100 USD");
    }

    @Test
    void a_split_of_what_is_not_held_is_a_finding() {
        Holdings holdings = new Book()
                .security("X", "USD")
                .split("2024-03-01", "X", "2", "1")
                .holdings("2024-03-01", LotMatching.FIFO);

        assertThat(holdings.findings()).extracting(LedgerFinding::kind).containsExactly(Kind.SPLIT_WITHOUT_POSITION);
    }

    @Test
    void a_rest_of_rounding_is_closed_and_said() {
        Holdings holdings = new Book()
                .buy("2024-01-02", "X", "0.3333333333333333", "1", "USD")
                .buy("2024-01-03", "X", "0.6666666666666666", "2", "USD")
                .sell("2024-03-01", "X", "1", "4", "USD")
                .holdings("2024-03-01", LotMatching.FIFO);

        assertThat(holdings.positions()).isEmpty();
        assertThat(holdings.disposals().get(0).realizedGain().orElseThrow().amount())
                .isEqualByComparingTo("1");
        assertThat(holdings.findings()).extracting(LedgerFinding::kind).containsExactly(Kind.REST_CLOSED);
    }

    @Test
    void averages_never_mix_currencies() {
        Holdings holdings = new Book()
                .buy("2024-01-02", "X", "10", "100", "USD")
                .buy("2024-01-03", "X", "10", "90", "EUR")
                .buy("2024-01-04", "X", "10", "200", "USD")
                .holdings("2024-03-01", LotMatching.AVERAGE);

        assertThat(lots(holdings)).containsExactly("20 of 2024-01-02 for 300 USD", "10 of 2024-01-03 for 90 EUR");
    }

    @Test
    void gains_over_two_currencies_are_left_to_who_has_rates() {
        Holdings holdings = new Book()
                .buy("2024-01-02", "X", "10", "100", "USD")
                .sell("2024-03-01", "X", "10", "90", "EUR")
                .holdings("2024-03-01", LotMatching.FIFO);

        assertThat(holdings.disposals().get(0).realizedGain()).isEmpty();
        assertThat(holdings.disposals().get(0).cost()).contains(Money.of("100", "USD"));
    }

    @Test
    void entries_after_the_date_do_not_count_and_cash_is_the_stated_amounts() {
        Holdings holdings = new Book()
                .deposit("2024-01-01", "1000", "USD")
                .buy("2024-01-02", "X", "10", "100.01", "USD")
                .dividend("2024-02-01", "X", "3.5", "USD")
                .fee("2024-02-02", "1.25", "USD")
                .withdraw("2024-04-01", "500", "USD")
                .holdings("2024-03-31", LotMatching.FIFO);

        assertThat(holdings.cash())
                .containsExactly(
                        java.util.Map.entry(io.dawsos.domain.money.CurrencyCode.of("USD"), new BigDecimal("902.24")));
        assertThat(holdings.income())
                .singleElement()
                .satisfies(income -> assertThat(income.amount()).isEqualTo(Money.of("3.5", "USD")));
    }

    private static String gain(Book book, LotMatching matching) {
        return book.holdings("2024-03-01", matching)
                .disposals()
                .get(0)
                .realizedGain()
                .orElseThrow()
                .amount()
                .stripTrailingZeros()
                .toPlainString();
    }

    private static List<String> lots(Holdings holdings) {
        return Optional.ofNullable(holdings.positions().get(X)).map(Position::lots).orElse(List.of()).stream()
                .map(lot -> lot.quantity().stripTrailingZeros().toPlainString() + " of " + lot.opened() + " for "
                        + lot.cost().orElseThrow().amount().stripTrailingZeros().toPlainString() + " "
                        + lot.cost().orElseThrow().currency())
                .toList();
    }
}
