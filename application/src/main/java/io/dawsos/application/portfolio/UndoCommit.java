package io.dawsos.application.portfolio;

import io.dawsos.domain.identity.AccessScope;
import io.dawsos.domain.identity.UserId;
import io.dawsos.domain.ledger.Ledger;
import io.dawsos.domain.ledger.LedgerCommit;
import io.dawsos.domain.ledger.LedgerDigest;
import io.dawsos.domain.ledger.LedgerHash;
import io.dawsos.domain.ledger.PortfolioId;
import io.dawsos.domain.ledger.PortfolioNotFoundException;
import io.dawsos.domain.ledger.Transaction;
import io.dawsos.domain.ledger.Undo;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Takes a commit of a ledger back, an import for example, by a further commit that reverses its entries. */
public final class UndoCommit {

    private final Ledger ledger;
    private final Clock clock;

    @Inject
    UndoCommit(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * What came of an undo.
     *
     * @param commit the commit that reverses; present if it was undone
     */
    public record Undone(Outcome outcome, Optional<LedgerCommit> commit) {
        private static Undone not(Outcome why) {
            return new Undone(why, Optional.empty());
        }
    }

    /** How an undo ended. */
    public enum Outcome {
        /** The commit's entries do not count any more. */
        UNDONE,
        /** All of its entries had been taken back before. */
        NOTHING_LEFT,
        /** The portfolio's chain has no such commit. */
        UNKNOWN_COMMIT,
        /** Somebody else changed the ledger at the same time. */
        CONFLICT
    }

    /**
     * Takes a commit back. Undo of an undo is possible: what had been taken back counts again.
     *
     * @throws PortfolioNotFoundException if the user can't see the portfolio
     */
    public Undone run(UserId user, PortfolioId portfolio, LedgerHash hash) {
        AccessScope scope = AccessScope.of(user);
        Optional<LedgerCommit> head = ledger.head(scope, portfolio);
        Optional<LedgerCommit> wrong = ledger.commits(scope, portfolio).stream()
                .filter(commit -> commit.hash().equals(hash))
                .findFirst();
        if (head.isEmpty() || wrong.isEmpty()) {
            return Undone.not(Outcome.UNKNOWN_COMMIT);
        }
        String note = "undo of " + hash.hex().substring(0, 12);
        List<Transaction> reversals =
                Undo.of(ledger.entries(scope, portfolio, head.get().hash()), wrong.get(), note);
        if (reversals.isEmpty()) {
            return Undone.not(Outcome.NOTHING_LEFT);
        }
        LedgerCommit undo = LedgerDigest.commit(portfolio, head, reversals, user, clock.instant(), note);
        return ledger.append(scope, portfolio, undo, LedgerDigest.entries(portfolio, undo, reversals))
                ? new Undone(Outcome.UNDONE, Optional.of(undo))
                : Undone.not(Outcome.CONFLICT);
    }
}
