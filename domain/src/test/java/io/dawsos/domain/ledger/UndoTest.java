package io.dawsos.domain.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.domain.identity.UserId;
import io.dawsos.domain.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class UndoTest {

    private static final PortfolioId PORTFOLIO = new PortfolioId(new UUID(0, 1));
    private static final LocalDate END = LocalDate.of(2025, 12, 31);
    private static final SecurityId X = new SecurityId(new UUID(0, 3));

    /** A chain of commits. */
    private static final class Chain {
        private final List<LedgerCommit> commits = new ArrayList<>();
        private final List<LedgerEntry> entries = new ArrayList<>();

        LedgerCommit add(List<Transaction> transactions) {
            Optional<LedgerCommit> head =
                    commits.isEmpty() ? Optional.empty() : Optional.of(commits.get(commits.size() - 1));
            LedgerCommit commit =
                    LedgerDigest.commit(PORTFOLIO, head, transactions, new UserId(new UUID(0, 2)), Instant.EPOCH, "");
            commits.add(commit);
            entries.addAll(LedgerDigest.entries(PORTFOLIO, commit, transactions));
            return commit;
        }

        LedgerCommit undo(LedgerCommit commit) {
            return add(Undo.of(entries, commit, "undo"));
        }

        Holdings holdings(LotMatching matching) {
            return LedgerFold.at(entries, END, matching);
        }
    }

    @Property(tries = 200)
    void undo_of_any_commit_gives_what_the_others_alone_give(@ForAll long seed, @ForAll LotMatching matching) {
        Random random = new Random(seed);
        Chain chain = new Chain();
        chain.add(random(random));
        Holdings before = chain.holdings(matching);
        LedgerCommit wrong = chain.add(random(random));
        Holdings with = chain.holdings(matching);
        LedgerCommit undo = chain.undo(wrong);
        assertThat(chain.holdings(matching)).isEqualTo(before);
        LedgerCommit undoOfUndo = chain.undo(undo);
        assertThat(chain.holdings(matching)).isEqualTo(with);
        chain.undo(undoOfUndo);
        assertThat(chain.holdings(matching)).isEqualTo(before);
    }

    @Test
    void what_was_taken_back_already_is_not_taken_back_again() {
        Chain chain = new Chain();
        LedgerCommit wrong = chain.add(random(new Random(1)));
        chain.undo(wrong);
        assertThat(Undo.of(chain.entries, wrong, "")).isEmpty();
    }

    private static List<Transaction> random(Random random) {
        List<Transaction> transactions = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            LocalDate date = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(90));
            BigDecimal units = BigDecimal.valueOf(1 + random.nextInt(1000), 2);
            Money amount = Money.of(
                    BigDecimal.valueOf(random.nextInt(100_000), 2),
                    Money.of("1", "USD").currency());
            switch (random.nextInt(5)) {
                case 0, 1 ->
                    transactions.add(new Transaction.Buy(
                            date, X, units, Optional.empty(), amount, BigDecimal.ZERO, BigDecimal.ZERO, ""));
                case 2 ->
                    transactions.add(new Transaction.Sell(
                            date, X, units, Optional.empty(), amount, BigDecimal.ZERO, BigDecimal.ZERO, ""));
                case 3 -> transactions.add(new Transaction.Split(date, X, BigDecimal.ONE, new BigDecimal("3"), ""));
                default -> transactions.add(new CorporateAction.ReturnOfCapital(date, X, amount, BigDecimal.ZERO, ""));
            }
        }
        return transactions;
    }
}
