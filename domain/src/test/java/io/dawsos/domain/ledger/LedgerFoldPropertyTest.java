package io.dawsos.domain.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.domain.book.Book;
import io.dawsos.domain.money.CurrencyCode;
import io.dawsos.domain.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;

/** What holds for every ledger, under every rule of matching. */
class LedgerFoldPropertyTest {

    private static final String LAST = "2025-12-31";
    private static final BigDecimal TINY = new BigDecimal("1E-24");

    @Property
    void cash_is_the_sum_of_effects(@ForAll long seed, @ForAll LotMatching matching) {
        Book book = random(seed);
        Map<CurrencyCode, BigDecimal> sums = new TreeMap<>();
        for (LedgerEntry entry : book.entries()) {
            entry.transaction()
                    .cashEffect()
                    .ifPresent(effect -> sums.merge(effect.currency(), effect.amount(), BigDecimal::add));
        }
        assertThat(book.holdings(LAST, matching).cash()).isEqualTo(sums);
    }

    @Property
    void lots_sum_to_what_came_and_went_and_have_one_sign(@ForAll long seed, @ForAll LotMatching matching) {
        Book book = random(seed);
        Map<SecurityId, BigDecimal> units = new TreeMap<>();
        for (LedgerEntry entry : book.entries()) {
            if (entry.transaction() instanceof Transaction.Buy buy) {
                units.merge(buy.security(), buy.quantity(), BigDecimal::add);
            } else if (entry.transaction() instanceof Transaction.Sell sell) {
                units.merge(sell.security(), sell.quantity().negate(), BigDecimal::add);
            } else if (entry.transaction() instanceof Transaction.TransferIn in) {
                units.merge(in.security(), in.quantity(), BigDecimal::add);
            } else if (entry.transaction() instanceof Transaction.Split split) {
                units.computeIfPresent(
                        split.security(),
                        (id, held) -> held.multiply(split.newUnits()).divide(split.oldUnits()));
            }
        }
        Map<SecurityId, Position> positions = book.holdings(LAST, matching).positions();
        units.forEach((id, expected) -> {
            List<Lot> lots =
                    Optional.ofNullable(positions.get(id)).map(Position::lots).orElse(List.of());
            assertThat(lots.stream().map(Lot::quantity).reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo(expected);
            assertThat(lots).allMatch(lot -> lot.quantity().signum() == expected.signum());
        });
    }

    @Property
    void no_cost_is_lost_between_purchases_disposals_and_open_lots(@ForAll long seed, @ForAll LotMatching matching) {
        Book book = random(seed);
        Holdings holdings = book.holdings(LAST, matching);
        BigDecimal paid = BigDecimal.ZERO;
        for (LedgerEntry entry : book.entries()) {
            if (entry.transaction() instanceof Transaction.TransferIn in) {
                paid = paid.add(in.cost().orElseThrow().amount());
            } else if (entry.transaction() instanceof Transaction.Buy
                    || entry.transaction() instanceof Transaction.Sell) {
                paid = paid.subtract(
                        entry.transaction().cashEffect().orElseThrow().amount());
            }
        }
        // What was paid, net of what was received, is open or was realized.
        BigDecimal open = holdings.positions().values().stream()
                .flatMap(position -> position.lots().stream())
                .map(lot -> lot.cost().orElseThrow().amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal realized = holdings.disposals().stream()
                .map(disposal -> disposal.realizedGain().orElseThrow().amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(open.subtract(realized)).isCloseTo(paid, org.assertj.core.data.Offset.offset(TINY));
    }

    @Property
    void realized_and_unrealized_are_the_same_in_sum_under_every_method(
            @ForAll long seed, @ForAll @BigRange(min = "0.01", max = "1000") @Scale(2) BigDecimal price) {
        Book book = random(seed);
        BigDecimal fifo = total(book.holdings(LAST, LotMatching.FIFO), price);
        for (LotMatching matching : LotMatching.values()) {
            assertThat(total(book.holdings(LAST, matching), price))
                    .as(matching.name())
                    .isCloseTo(fifo, org.assertj.core.data.Offset.offset(TINY));
        }
    }

    private static BigDecimal total(Holdings holdings, BigDecimal price) {
        BigDecimal realized = holdings.disposals().stream()
                .map(disposal -> disposal.realizedGain().orElseThrow().amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return holdings.positions().values().stream()
                .flatMap(position -> position.lots().stream())
                .map(lot -> lot.quantity()
                        .multiply(price)
                        .subtract(lot.cost().orElseThrow().amount()))
                .reduce(realized, BigDecimal::add);
    }

    /** Rows of one day about different securities, or about cash alone, may be entered in any order. */
    @Property
    void independent_rows_of_one_day_commute(@ForAll long seed, @ForAll LotMatching matching) {
        List<LedgerEntry> entries = new ArrayList<>(random(seed).entries());
        List<LedgerEntry> swapped = new ArrayList<>();
        // Of every day, first what is about A, then what is about B, then the rest, each in its own order.
        entries.stream()
                .sorted(Comparator.comparing(
                                (LedgerEntry entry) -> entry.transaction().date())
                        .thenComparing(entry -> entry.transaction().securities().toString()))
                .forEach(entry -> swapped.add(new LedgerEntry(entry.id(), swapped.size(), entry.transaction())));
        Holdings one = LedgerFold.at(entries, LocalDate.parse(LAST), matching);
        Holdings other = LedgerFold.at(swapped, LocalDate.parse(LAST), matching);
        assertThat(other.positions()).isEqualTo(one.positions());
        assertThat(other.cash().keySet()).isEqualTo(one.cash().keySet());
        one.cash()
                .forEach((currency, amount) ->
                        assertThat(other.cash().get(currency)).isEqualByComparingTo(amount));
        assertThat(other.disposals()).containsExactlyInAnyOrderElementsOf(one.disposals());
    }

    @Property
    void matched_lots_sum_to_their_disposal(@ForAll long seed, @ForAll LotMatching matching) {
        assertThat(random(seed).holdings(LAST, matching).disposals()).allSatisfy(disposal -> {
            assertThat(disposal.matched().stream()
                            .map(Disposal.MatchedLot::quantity)
                            .reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo(disposal.quantity());
            assertThat(disposal.matched()).allMatch(lot -> lot.quantity().signum() > 0);
        });
    }

    @Property
    void a_split_and_its_inverse_change_nothing(
            @ForAll @BigRange(min = "0.000001", max = "1000000") @Scale(6) BigDecimal quantity,
            @ForAll @IntRange(min = 1, max = 97) int newUnits,
            @ForAll @IntRange(min = 1, max = 97) int oldUnits) {
        Book book = new Book()
                .buy("2024-01-02", "X", quantity.toPlainString(), "100", "USD")
                .split("2024-02-01", "X", Integer.toString(newUnits), Integer.toString(oldUnits))
                .split("2024-03-01", "X", Integer.toString(oldUnits), Integer.toString(newUnits));
        Position position = book.holdings(LAST, LotMatching.FIFO)
                .positions()
                .values()
                .iterator()
                .next();
        Lot lot = position.lots().get(0);
        assertThat(lot.quantity()).isEqualByComparingTo(quantity);
        assertThat(lot.cost()).contains(Money.of("100", "USD"));
    }

    private static Book random(long seed) {
        Random random = new Random(seed);
        Book book = new Book().security("A", "USD").security("B", "USD");
        for (int i = 0; i < 40; i++) {
            String date = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(700)).toString();
            String symbol = random.nextBoolean() ? "A" : "B";
            String quantity = BigDecimal.valueOf(1 + random.nextInt(100_000), 3).toPlainString();
            String amount = BigDecimal.valueOf(random.nextInt(1_000_000), 2).toPlainString();
            switch (random.nextInt(8)) {
                case 0, 1, 2 -> book.buy(date, symbol, quantity, amount, "USD");
                case 3, 4 -> book.sell(date, symbol, quantity, amount, "USD");
                case 5 -> book.transferIn(date, symbol, quantity, Optional.of(Money.of(amount, "USD")));
                case 6 -> book.split(date, symbol, "2", random.nextBoolean() ? "1" : "4");
                default -> book.interest(date, amount, random.nextBoolean() ? "USD" : "EUR");
            }
        }
        return book;
    }
}
