package io.dawsos.domain.ledger;

import io.dawsos.domain.ledger.LedgerFinding.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What a portfolio does with a sale of more than it holds. It is never cut off silently. */
public enum ShortPolicy {
    /** The rest is an open short position, and a finding. */
    OPEN,
    /** The sale is refused; only a short sale that says so opens a short position. */
    REFUSE;

    /**
     * Gives the findings for which entries are refused: sales beyond what is held that these entries, or their effect on
     * later ones, would bring; empty if they may be added.
     *
     * @param ledger the entries so far
     * @param added the entries to add
     */
    public List<LedgerFinding> refusals(List<LedgerEntry> ledger, List<LedgerEntry> added) {
        if (this == OPEN) {
            return List.of();
        }
        List<LedgerEntry> all = new ArrayList<>(ledger);
        all.addAll(added);
        List<LedgerFinding> before = oversold(ledger);
        return oversold(all).stream()
                .filter(finding -> !before.contains(finding))
                .toList();
    }

    private static List<LedgerFinding> oversold(List<LedgerEntry> entries) {
        return LedgerFold.at(entries, LocalDate.MAX, LotMatching.FIFO).findings().stream()
                .filter(finding -> finding.kind() == Kind.OVERSOLD || finding.kind() == Kind.COVERED_TOO_MUCH)
                .toList();
    }
}
