package io.dawsos.domain.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.domain.book.Book;
import io.dawsos.domain.ledger.LedgerFinding.Kind;
import io.dawsos.domain.money.CurrencyCode;
import io.dawsos.domain.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Corporate actions, income in units, short sales, conversions and reversals, each rule by an example done by hand. */
class FurtherTransactionsTest {

    private static final String END = "2025-12-31";
    private static final SecurityId X = Book.id("X");
    private static final SecurityId Y = Book.id("Y");

    @Test
    void a_reinvested_dividend_is_income_and_a_lot_and_moves_no_cash() {
        Holdings holdings = new Book()
                .buy("2024-01-02", "X", "10", "100", "USD")
                .add(new IncomeInUnits(
                        TransactionType.REINVESTED_DIVIDEND,
                        LocalDate.of(2024, 3, 1),
                        X,
                        BigDecimal.ONE,
                        Optional.empty(),
                        Optional.of(Money.of("8.50", "USD")),
                        new BigDecimal("1.50"),
                        BigDecimal.ZERO,
                        TradeTerms.NONE,
                        ""))
                .holdings(END, LotMatching.FIFO);

        assertThat(lots(holdings, X)).containsExactly("10 of 2024-01-02 for 100 USD", "1 of 2024-03-01 for 8.5 USD");
        assertThat(holdings.cash()).containsEntry(CurrencyCode.of("USD"), new BigDecimal("-100"));
        assertThat(holdings.income())
                .singleElement()
                .satisfies(income -> assertThat(income.gross()).isEqualTo(Money.of("10.00", "USD")));
    }

    @Test
    void a_reward_of_unknown_value_is_no_income_and_its_cost_is_not_known() {
        Holdings holdings = new Book()
                .security("X", "USD")
                .add(new IncomeInUnits(
                        TransactionType.STAKING,
                        LocalDate.of(2024, 3, 1),
                        X,
                        BigDecimal.ONE,
                        Optional.empty(),
                        Optional.empty(),
                        BigDecimal.ZERO,
                        BigDecimal.ZERO,
                        TradeTerms.NONE,
                        ""))
                .holdings(END, LotMatching.FIFO);

        assertThat(holdings.income()).isEmpty();
        assertThat(holdings.findings()).extracting(LedgerFinding::kind).containsExactly(Kind.COST_UNKNOWN);
    }

    @ParameterizedTest
    @EnumSource
    void returned_capital_lowers_the_cost_by_units_and_is_a_gain_beyond_it(LotMatching matching) {
        Holdings holdings = new Book()
                .buy("2024-01-02", "X", "10", "100", "USD")
                .buy("2024-01-03", "X", "30", "30", "USD")
                .add(new CorporateAction.ReturnOfCapital(
                        LocalDate.of(2024, 3, 1), X, Money.of("80", "USD"), BigDecimal.ZERO, ""))
                .holdings(END, matching);

        if (matching.pools()) {
            assertThat(lots(holdings, X)).containsExactly("40 of 2024-01-02 for 50 USD");
            assertThat(holdings.disposals()).isEmpty();
        } else {
            assertThat(lots(holdings, X)).containsExactly("10 of 2024-01-02 for 80 USD", "30 of 2024-01-03 for 0 USD");
            assertThat(holdings.disposals().get(0).realizedGain()).contains(Money.of("30", "USD"));
        }
        assertThat(holdings.cash()).containsEntry(CurrencyCode.of("USD"), new BigDecimal("-50"));
    }

    @Test
    void a_spin_off_moves_part_of_the_cost_and_keeps_the_dates_whenever_it_was_entered() {
        Book book = new Book()
                .security("Y", "USD")
                .buy("2024-01-02", "X", "100", "5000", "USD")
                .sell("2024-05-01", "Y", "50", "1000", "USD")
                .add(new CorporateAction.SpinOff(
                        LocalDate.of(2024, 5, 1),
                        X,
                        Y,
                        BigDecimal.ONE,
                        new BigDecimal("2"),
                        new BigDecimal("0.2291"),
                        ""));
        Holdings holdings = book.holdings(END, LotMatching.FIFO);

        assertThat(lots(holdings, X)).containsExactly("100 of 2024-01-02 for 3854.5 USD");
        assertThat(holdings.disposals()).singleElement().satisfies(sale -> {
            assertThat(sale.cost()).contains(Money.of("1145.5000", "USD"));
            assertThat(sale.matched().get(0).opened()).isEqualTo("2024-01-02");
        });
        assertThat(holdings.findings()).isEmpty();
    }

    @Test
    void a_merger_for_units_carries_lots_on() {
        Holdings holdings = merger(Optional.of("0.5"), Optional.empty(), Optional.empty());

        assertThat(holdings.positions()).doesNotContainKey(X);
        assertThat(lots(holdings, Y)).containsExactly("5 of 2024-01-02 for 100 USD", "5 of 2024-02-02 for 300 USD");
        assertThat(holdings.disposals()).isEmpty();
    }

    @Test
    void a_merger_for_cash_disposes_of_all_units() {
        Holdings holdings = merger(Optional.empty(), Optional.of("500"), Optional.empty());

        assertThat(holdings.positions()).isEmpty();
        assertThat(holdings.disposals()).singleElement().satisfies(disposal -> {
            assertThat(disposal.quantity()).isEqualByComparingTo("20");
            assertThat(disposal.realizedGain()).contains(Money.of("100", "USD"));
        });
    }

    @Test
    void cash_beside_units_lowers_the_cost_and_is_a_gain_beyond_it() {
        Holdings holdings = merger(Optional.of("1"), Optional.of("240"), Optional.empty());

        assertThat(lots(holdings, Y)).containsExactly("10 of 2024-01-02 for 0 USD", "10 of 2024-02-02 for 180 USD");
        assertThat(holdings.disposals()).singleElement().satisfies(gain -> {
            assertThat(gain.quantity()).isEqualByComparingTo("0");
            assertThat(gain.realizedGain()).contains(Money.of("20", "USD"));
        });
    }

    @Test
    void a_stated_fraction_of_the_cost_is_set_against_cash_beside_units() {
        Holdings holdings = merger(Optional.of("1"), Optional.of("240"), Optional.of("0.25"));

        assertThat(lots(holdings, Y)).containsExactly("10 of 2024-01-02 for 75 USD", "10 of 2024-02-02 for 225 USD");
        assertThat(holdings.disposals().get(0).realizedGain().orElseThrow().amount())
                .isEqualByComparingTo("140");
    }

    private static Holdings merger(Optional<String> ratio, Optional<String> cash, Optional<String> fraction) {
        return new Book()
                .security("Y", "USD")
                .buy("2024-01-02", "X", "10", "100", "USD")
                .buy("2024-02-02", "X", "10", "300", "USD")
                .add(new CorporateAction.Merger(
                        LocalDate.of(2024, 5, 1),
                        X,
                        ratio.map(units -> new CorporateAction.Exchange(Y, new BigDecimal(units), BigDecimal.ONE)),
                        cash.map(amount -> Money.of(amount, "USD")),
                        fraction.map(BigDecimal::new),
                        ""))
                .holdings(END, LotMatching.FIFO);
    }

    @Test
    void an_action_of_what_is_not_held_is_a_finding() {
        Holdings holdings = new Book()
                .security("X", "USD")
                .add(new CorporateAction.ReturnOfCapital(
                        LocalDate.of(2024, 3, 1), X, Money.of("80", "USD"), BigDecimal.ZERO, ""))
                .holdings(END, LotMatching.FIFO);
        assertThat(holdings.findings()).extracting(LedgerFinding::kind).containsExactly(Kind.ACTION_WITHOUT_POSITION);
    }

    @Test
    void a_bonus_adds_units_without_cost() {
        Holdings holdings = new Book()
                .buy("2024-01-02", "X", "100", "1100", "USD")
                .add(new Transaction.Split(
                        TransactionType.BONUS, LocalDate.of(2024, 3, 1), X, new BigDecimal("11"), BigDecimal.TEN, ""))
                .holdings(END, LotMatching.FIFO);
        assertThat(lots(holdings, X)).containsExactly("110 of 2024-01-02 for 1100 USD");
    }

    @Test
    void a_short_sale_is_no_oversold_position_and_covering_more_is_a_finding() {
        Holdings holdings = new Book()
                .add(trade(TransactionType.SHORT_SALE, "2024-01-02", "10", "200"))
                .add(trade(TransactionType.COVER, "2024-03-01", "12", "120"))
                .holdings(END, LotMatching.FIFO);

        assertThat(holdings.disposals().get(0).realizedGain()).contains(Money.of("100", "USD"));
        assertThat(ClosedTrade.of(holdings.disposals())).singleElement().satisfies(trade -> {
            assertThat(trade.isShort()).isTrue();
            assertThat(trade.rateOfReturn())
                    .hasValueSatisfying(rate -> assertThat(rate).isEqualByComparingTo("0.5"));
        });
        assertThat(holdings.findings()).extracting(LedgerFinding::kind).containsExactly(Kind.COVERED_TOO_MUCH);
    }

    @Test
    void a_policy_refuses_sales_beyond_the_holding_and_what_an_undo_would_leave_short() {
        Book book = new Book().buy("2024-01-02", "X", "10", "100", "USD").sell("2024-02-01", "X", "4", "50", "USD");
        List<LedgerEntry> held = book.ledger();
        List<LedgerEntry> sale = added(book, trade(TransactionType.SELL, "2024-02-15", "7", "90"));
        assertThat(ShortPolicy.OPEN.refusals(held, sale)).isEmpty();
        assertThat(ShortPolicy.REFUSE.refusals(held, sale)).singleElement().satisfies(refused -> {
            assertThat(refused.kind()).isEqualTo(Kind.OVERSOLD);
            assertThat(refused.quantity()).isEqualByComparingTo("1");
        });
        List<LedgerEntry> shortSale = added(book, trade(TransactionType.SHORT_SALE, "2024-02-15", "7", "90"));
        assertThat(ShortPolicy.REFUSE.refusals(held, shortSale)).isEmpty();
        List<LedgerEntry> undo =
                added(book, new Reversal(LocalDate.of(2024, 1, 2), held.get(0).id(), ""));
        assertThat(ShortPolicy.REFUSE.refusals(held, undo)).hasSize(1);
    }

    private static List<LedgerEntry> added(Book book, Transaction transaction) {
        long sequence = book.ledger().size();
        return List.of(new LedgerEntry(
                TransactionId.derived(new PortfolioId(new java.util.UUID(0, 1)), Optional.empty(), 99),
                sequence,
                transaction));
    }

    private static Transaction trade(TransactionType type, String date, String quantity, String amount) {
        TransactionFields fields = new TransactionFields(
                type,
                LocalDate.parse(date),
                Optional.of(X),
                Optional.of(new BigDecimal(quantity)),
                Optional.empty(),
                Optional.of(Money.of(amount, "USD")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "");
        return fields.toTransaction();
    }

    @Test
    void named_lots_go_first_and_the_oldest_cover_what_they_lack() {
        Book book = new Book().buy("2024-01-02", "X", "10", "100", "USD").buy("2024-02-02", "X", "10", "300", "USD");
        LotId second = new LotId(book.ledger().get(1).id(), 0);
        book.add(new Transaction.Sell(
                TransactionType.SELL,
                LocalDate.of(2024, 3, 1),
                X,
                new BigDecimal("12"),
                Optional.empty(),
                Money.of("480", "USD"),
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                TradeTerms.ofLots(List.of(new LotChoice(second, new BigDecimal("11")))),
                ""));
        Holdings holdings = book.holdings(END, LotMatching.SPECIFIC);

        assertThat(lots(holdings, X)).containsExactly("8 of 2024-01-02 for 80 USD");
        assertThat(holdings.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Kind.LOT_NOT_OPEN);
            assertThat(finding.quantity()).isEqualByComparingTo("1");
        });
        assertThat(lots(book.holdings(END, LotMatching.FIFO), X)).containsExactly("8 of 2024-02-02 for 240 USD");
    }

    @Test
    void units_brought_in_keep_the_date_on_which_they_were_acquired() {
        Book sender = new Book()
                .buy("2023-01-01", "X", "10", "1010", "USD")
                .buy("2023-02-01", "X", "5", "1005", "USD")
                .transferOut("2023-06-01", "X", "12");
        Disposal out = sender.holdings(END, LotMatching.FIFO).disposals().get(0);
        Book receiver = new Book().buy("2023-03-01", "X", "1", "300", "USD");
        InKindTransfer.receipts(out, LocalDate.of(2023, 6, 2), "").forEach(receiver::add);

        assertThat(lots(receiver.holdings(END, LotMatching.FIFO), X))
                .containsExactly(
                        "10 of 2023-01-01 for 1010 USD", "2 of 2023-02-01 for 402 USD", "1 of 2023-03-01 for 300 USD");
        receiver.sell("2023-07-01", "X", "10", "2000", "USD");
        assertThat(receiver.holdings(END, LotMatching.FIFO).disposals().get(0).realizedGain())
                .contains(Money.of("990", "USD"));
    }

    @Test
    void the_rate_of_the_trade_counts_before_that_of_the_market() {
        Book book = new Book()
                .security("X", "USD")
                .rate("USD", "EUR", "2024-01-01", "0.91")
                .add(new Transaction.Buy(
                        TransactionType.BUY,
                        LocalDate.of(2024, 1, 2),
                        X,
                        BigDecimal.TEN,
                        Optional.empty(),
                        Money.of("1000", "USD"),
                        BigDecimal.ZERO,
                        BigDecimal.ZERO,
                        TradeTerms.ofRate(new StatedRate(CurrencyCode.of("EUR"), new BigDecimal("0.93"))),
                        ""))
                .buy("2024-01-03", "X", "10", "1000", "USD");
        Holdings holdings = book.holdings(
                END,
                LotRules.in(book.conversion(LocalDate.parse(END)).costIn(CurrencyCode.of("EUR")), LotMatching.AVERAGE));
        assertThat(lots(holdings, X)).containsExactly("20 of 2024-01-02 for 1840 EUR");
    }

    private static List<String> lots(Holdings holdings, SecurityId security) {
        return java.util.Objects.requireNonNull(holdings.positions().get(security)).lots().stream()
                .map(lot -> lot.quantity().stripTrailingZeros().toPlainString() + " of " + lot.opened() + " for "
                        + lot.cost().orElseThrow().amount().stripTrailingZeros().toPlainString() + " "
                        + lot.cost().orElseThrow().currency())
                .toList();
    }
}
