package io.dawsos.benchmarks;

import io.dawsos.domain.ledger.CorporateAction;
import io.dawsos.domain.ledger.LedgerEntry;
import io.dawsos.domain.ledger.LedgerFold;
import io.dawsos.domain.ledger.LotMatching;
import io.dawsos.domain.ledger.LotRules;
import io.dawsos.domain.ledger.Position;
import io.dawsos.domain.ledger.SecurityId;
import io.dawsos.domain.ledger.Transaction;
import io.dawsos.domain.ledger.TransactionId;
import io.dawsos.domain.money.CurrencyCode;
import io.dawsos.domain.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;

/**
 * Times the fold of ledgers of 10,000, 100,000 and 1,000,000 transactions into positions and lots, under each rule of matching,
 * and the exponent with which the time grows. Run its main method with {@code -Xmx1g}.
 */
public final class LedgerFoldBenchmark {

    private static final int[] SIZES = {10_000, 100_000, 1_000_000};
    private static final int ROUNDS = 5;
    private static final LocalDate START = LocalDate.of(2000, 1, 3);

    private LedgerFoldBenchmark() {}

    /** Prints one line for each rule, or for those that are named. */
    public static void main(String[] arguments) {
        System.out.printf(
                Locale.ROOT,
                "%-12s %12s %12s %12s %10s %12s%n",
                "matching",
                "10k ms",
                "100k ms",
                "1M ms",
                "exponent",
                "open lots");
        List<List<LedgerEntry>> ledgers = new ArrayList<>();
        for (int size : SIZES) {
            ledgers.add(ledger(size, securities(size)));
        }
        List<String> wanted = List.of(arguments);
        if (wanted.isEmpty() || wanted.contains("POSITIONS")) {
            report(
                    "POSITIONS",
                    ledgers,
                    ledger -> LedgerFold.positions(ledger, LocalDate.MAX, LotRules.of(LotMatching.FIFO))
                            .values());
        }
        for (LotMatching matching : LotMatching.values()) {
            if (wanted.isEmpty() || wanted.contains(matching.name())) {
                report(matching.name(), ledgers, fold(matching));
            }
        }
        if (!wanted.isEmpty()) {
            return;
        }
        ledgers.clear();
        for (int size : SIZES) {
            ledgers.add(ledger(size, 1));
        }
        for (LotMatching matching : LotMatching.values()) {
            report("1: " + matching, ledgers, fold(matching));
        }
    }

    private static Function<List<LedgerEntry>, Collection<Position>> fold(LotMatching matching) {
        return ledger ->
                LedgerFold.at(ledger, LocalDate.MAX, matching).positions().values();
    }

    /** A larger ledger has more securities, up to 2,000. */
    private static int securities(int size) {
        return Math.min(2_000, size / 100);
    }

    private static void report(
            String name, List<List<LedgerEntry>> ledgers, Function<List<LedgerEntry>, Collection<Position>> fold) {
        double[] best = new double[SIZES.length];
        int lots = 0;
        for (int i = 0; i < SIZES.length; i++) {
            best[i] = Double.MAX_VALUE;
            for (int round = 0; round < ROUNDS * (i == 0 ? 20 : 1); round++) {
                long begin = System.nanoTime();
                Collection<Position> positions = fold.apply(ledgers.get(i));
                best[i] = Math.min(best[i], (System.nanoTime() - begin) / 1e6);
                lots = positions.stream()
                        .mapToInt(position -> position.lots().size())
                        .sum();
            }
        }
        double exponent = Math.log10(best[2] / best[1]);
        System.out.printf(
                Locale.ROOT,
                "%-12s %12.1f %12.1f %12.1f %10.3f %12d%n",
                name,
                best[0],
                best[1],
                best[2],
                exponent,
                lots);
    }

    /** A ledger of one security has no returns of capital: each would touch all of its lots. */
    private static List<LedgerEntry> ledger(int size, int securities) {
        Random random = new Random(42);
        CurrencyCode usd = CurrencyCode.of("USD");
        List<SecurityId> ids = new ArrayList<>();
        for (int i = 0; i < securities; i++) {
            ids.add(new SecurityId(new UUID(random.nextLong(), random.nextLong())));
        }
        List<LedgerEntry> entries = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            LocalDate date = START.plusDays((long) (i * 9_000.0 / size));
            SecurityId id = ids.get(random.nextInt(securities));
            Money amount = Money.of(BigDecimal.valueOf(1_000 + random.nextInt(1_000_000), 2), usd);
            BigDecimal units = BigDecimal.valueOf(1 + random.nextInt(100_000), 3);
            entries.add(new LedgerEntry(
                    new TransactionId(new UUID(7, i)),
                    i,
                    transaction(random.nextInt(securities == 1 ? 996 : 1000), date, id, units, amount)));
        }
        return entries;
    }

    private static Transaction transaction(int draw, LocalDate date, SecurityId id, BigDecimal units, Money amount) {
        if (draw < 450) {
            return new Transaction.Buy(date, id, units, Optional.empty(), amount, BigDecimal.ONE, BigDecimal.ZERO, "");
        }
        if (draw < 850) {
            return new Transaction.Sell(date, id, units, Optional.empty(), amount, BigDecimal.ONE, BigDecimal.ZERO, "");
        }
        if (draw < 996) {
            return new Transaction.Dividend(date, id, amount, BigDecimal.ONE, "");
        }
        return new CorporateAction.ReturnOfCapital(
                date, id, Money.of(BigDecimal.ONE, amount.currency()), BigDecimal.ZERO, "");
    }
}
