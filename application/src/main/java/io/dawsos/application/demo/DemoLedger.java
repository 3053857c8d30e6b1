package io.dawsos.application.demo;

import io.dawsos.domain.ledger.Transaction;
import io.dawsos.domain.money.CurrencyCode;
import io.dawsos.domain.money.Money;
import io.dawsos.domain.money.Rounding;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The demo portfolio's transactions: three deposits, purchases over two years, a trim and a top-up now and then, quarterly dividends
 * of what is held, a yearly fee, and the two splits.
 */
final class DemoLedger {

    private static final BigDecimal COMMISSION = new BigDecimal("9.95");
    private static final BigDecimal WITHHOLDING = new BigDecimal("0.15");
    private static final int FIRST_DIVIDEND_YEAR = 5;
    static final int QUARTER = 63;

    private final DemoMarket market;
    private final List<Transaction> transactions = new ArrayList<>();
    private final Map<String, BigDecimal> held = new LinkedHashMap<>();

    DemoLedger(DemoMarket market) {
        this.market = market;
        List<LocalDate> days = market.days();
        for (String[] deposit : new String[][] {{"CAD", "300000"}, {"USD", "400000"}, {"EUR", "120000"}}) {
            transactions.add(new Transaction.Deposit(days.get(0), Money.of(deposit[1], deposit[0]), "opening deposit"));
        }
        for (int day = 0; day < days.size(); day++) {
            split(day);
            purchases(day);
            rebalancing(day);
            dividends(day);
            if (day > 0 && day % 252 == 0) {
                transactions.add(new Transaction.Fee(days.get(day), Money.of("120.00", "CAD"), "account fee"));
                transactions.add(new Transaction.Interest(days.get(day), Money.of("85.40", "CAD"), "interest on cash"));
            }
        }
        transactions.sort(Comparator.comparing(Transaction::date));
    }

    List<Transaction> transactions() {
        return List.copyOf(transactions);
    }

    private void split(int day) {
        LocalDate date = market.days().get(day);
        for (DemoSecurity security : DemoMarket.SECURITIES) {
            if (date.equals(market.splitDates().get(security.symbol()))) {
                BigDecimal ratio = BigDecimal.valueOf(DemoMarket.splitRatio(security.symbol()));
                transactions.add(new Transaction.Split(date, security.id(), ratio, BigDecimal.ONE, "split"));
                held.computeIfPresent(security.symbol(), (symbol, units) -> units.multiply(ratio));
            }
        }
    }

    /** Each security is bought in two parts, a few weeks apart. */
    private void purchases(int day) {
        for (int i = 0; i < DemoMarket.SECURITIES.size(); i++) {
            if (day == 5 + i * 12 || day == 260 + i * 9) {
                buy(DemoMarket.SECURITIES.get(i), day, new BigDecimal("11000"));
            }
        }
    }

    /** Twice a year one security is trimmed and another one topped up. */
    private void rebalancing(int day) {
        if (day > 600 && day % 126 == 0) {
            int turn = day / 126;
            DemoSecurity trimmed = DemoMarket.SECURITIES.get(turn % DemoMarket.SECURITIES.size());
            BigDecimal units = held.getOrDefault(trimmed.symbol(), BigDecimal.ZERO)
                    .multiply(new BigDecimal("0.1"))
                    .setScale(0, RoundingMode.DOWN);
            if (units.signum() > 0) {
                sell(trimmed, day, units);
            }
            buy(DemoMarket.SECURITIES.get((turn + 7) % DemoMarket.SECURITIES.size()), day, new BigDecimal("1500"));
        }
    }

    private void buy(DemoSecurity security, int day, BigDecimal budget) {
        BigDecimal price = market.price(security, day);
        BigDecimal units = budget.divide(price, 0, RoundingMode.DOWN).max(BigDecimal.ONE);
        Money amount = booked(units.multiply(price).add(COMMISSION), security);
        transactions.add(new Transaction.Buy(
                market.days().get(day),
                security.id(),
                units,
                Optional.of(price),
                amount,
                COMMISSION,
                BigDecimal.ZERO,
                ""));
        held.merge(security.symbol(), units, BigDecimal::add);
    }

    private void sell(DemoSecurity security, int day, BigDecimal units) {
        BigDecimal price = market.price(security, day);
        Money amount = booked(units.multiply(price).subtract(COMMISSION), security);
        transactions.add(new Transaction.Sell(
                market.days().get(day),
                security.id(),
                units,
                Optional.of(price),
                amount,
                COMMISSION,
                BigDecimal.ZERO,
                ""));
        held.merge(security.symbol(), units.negate(), BigDecimal::add);
    }

    /** What is held pays a quarter of its yearly dividend, securities on different days. */
    private void dividends(int day) {
        if (day < FIRST_DIVIDEND_YEAR * 252) {
            return;
        }
        for (int i = 0; i < DemoMarket.SECURITIES.size(); i++) {
            DemoSecurity security = DemoMarket.SECURITIES.get(i);
            BigDecimal units = held.getOrDefault(security.symbol(), BigDecimal.ZERO);
            if (day % QUARTER == i && security.dividendYield() > 0 && units.signum() > 0) {
                BigDecimal gross = units.multiply(market.price(security, day))
                        .multiply(BigDecimal.valueOf(security.dividendYield() / 4));
                BigDecimal tax = security.currency().equals("CAD")
                        ? BigDecimal.ZERO
                        : booked(gross.multiply(WITHHOLDING), security).amount();
                Money net = booked(gross.subtract(tax), security);
                transactions.add(new Transaction.Dividend(
                        market.days().get(day), security.id(), net, tax, "quarterly dividend"));
            }
        }
    }

    private static Money booked(BigDecimal amount, DemoSecurity security) {
        return Rounding.booked(Money.of(amount, CurrencyCode.of(security.currency())));
    }
}
