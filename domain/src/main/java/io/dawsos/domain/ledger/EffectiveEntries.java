package io.dawsos.domain.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The entries of a ledger that count, in the order in which they count. */
final class EffectiveEntries {

    private static final Comparator<LedgerEntry> ORDER = EffectiveEntries::compare;

    private EffectiveEntries() {}

    private static int compare(LedgerEntry one, LedgerEntry other) {
        int byDate = one.transaction().date().compareTo(other.transaction().date());
        if (byDate != 0) {
            return byDate;
        }
        int byPlace = Boolean.compare(atStartOfDay(other.transaction()), atStartOfDay(one.transaction()));
        return byPlace != 0 ? byPlace : Long.compare(one.sequence(), other.sequence());
    }

    private static boolean atStartOfDay(Transaction transaction) {
        return transaction instanceof Transaction.Split || transaction instanceof CorporateAction.SpinOff;
    }

    static List<LedgerEntry> of(List<LedgerEntry> entries) {
        List<LedgerEntry> counting = withoutReversed(entries);
        if (inOrder(counting)) {
            return counting;
        }
        return counting.stream().sorted(ORDER).toList();
    }

    private static boolean inOrder(List<LedgerEntry> entries) {
        for (int i = 1; i < entries.size(); i++) {
            if (ORDER.compare(entries.get(i - 1), entries.get(i)) > 0) {
                return false;
            }
        }
        return true;
    }

    private static List<LedgerEntry> withoutReversed(List<LedgerEntry> entries) {
        Set<TransactionId> taken = reversed(entries);
        return taken.isEmpty()
                ? List.copyOf(entries)
                : entries.stream()
                        .filter(entry -> !(entry.transaction() instanceof Reversal) && !taken.contains(entry.id()))
                        .toList();
    }

    /**
     * The entries that a reversal in force takes back. A reversal stands later than what it takes back, so the newest decide
     * about the older ones.
     */
    static Set<TransactionId> reversed(List<LedgerEntry> entries) {
        List<LedgerEntry> reversals = new ArrayList<>();
        for (LedgerEntry entry : entries) {
            if (entry.transaction() instanceof Reversal) {
                reversals.add(entry);
            }
        }
        reversals.sort(Comparator.comparingLong(LedgerEntry::sequence).reversed());
        Set<TransactionId> taken = new HashSet<>();
        for (LedgerEntry entry : reversals) {
            if (!taken.contains(entry.id()) && entry.transaction() instanceof Reversal reversal) {
                taken.add(reversal.reversed());
            }
        }
        return taken;
    }
}
