package io.dawsos.domain.ledger;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** Makes the entries that take a commit back. */
public final class Undo {

    private Undo() {}

    /**
     * Gives one reversal for each entry of a commit that still counts, the last entry first; empty if none does.
     *
     * <p>An entry that is itself a reversal is taken back too: what it had reversed counts again.
     *
     * @param ledger the whole ledger, in sequence
     * @param commit a commit of its chain
     */
    public static List<Transaction> of(List<LedgerEntry> ledger, LedgerCommit commit, String note) {
        Set<TransactionId> reversed = EffectiveEntries.reversed(ledger);
        List<Transaction> reversals = new ArrayList<>();
        for (LedgerEntry entry : ledger) {
            boolean ofCommit = entry.sequence() >= commit.firstEntry()
                    && entry.sequence() < commit.firstEntry() + commit.entryCount();
            if (ofCommit && !reversed.contains(entry.id())) {
                reversals.add(new Reversal(entry.transaction().date(), entry.id(), note));
            }
        }
        Collections.reverse(reversals);
        return reversals;
    }
}
