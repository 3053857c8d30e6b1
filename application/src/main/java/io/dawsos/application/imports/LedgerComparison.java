package io.dawsos.application.imports;

import io.dawsos.application.imports.StatementPreview.Status;
import io.dawsos.domain.ledger.LedgerEntry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the rows of a statement that a ledger has already. The n-th row of some content is a duplicate if the ledger has n
 * entries of that content: two equal rows of one file stay two, and the same file again adds nothing.
 */
final class LedgerComparison {

    private final Map<String, Deque<LedgerEntry>> exact = new HashMap<>();
    private final Map<String, Deque<LedgerEntry>> similar = new HashMap<>();

    LedgerComparison(List<LedgerEntry> counting) {
        for (LedgerEntry entry : counting) {
            exact.computeIfAbsent(TransactionKeys.exact(entry.transaction()), key -> new ArrayDeque<>())
                    .add(entry);
        }
        counting.forEach(entry -> similar.computeIfAbsent(
                        TransactionKeys.similar(entry.transaction()), key -> new ArrayDeque<>())
                .add(entry));
    }

    List<JudgedRow> mark(List<JudgedRow> rows) {
        Set<Long> matched = new HashSet<>();
        List<JudgedRow> marked = new ArrayList<>(rows.size());
        for (JudgedRow row : rows) {
            marked.add(exactly(row, matched));
        }
        for (int i = 0; i < marked.size(); i++) {
            marked.set(i, similarly(marked.get(i), matched));
        }
        return marked;
    }

    private JudgedRow exactly(JudgedRow row, Set<Long> matched) {
        if (row.transaction().isEmpty()) {
            return row;
        }
        Deque<LedgerEntry> same =
                exact.get(TransactionKeys.exact(row.transaction().get()));
        if (same == null || same.isEmpty()) {
            return row;
        }
        long entry = same.removeFirst().sequence();
        matched.add(entry);
        return row.as(Status.DUPLICATE, "the ledger has it as entry " + entry);
    }

    private JudgedRow similarly(JudgedRow row, Set<Long> matched) {
        if (row.transaction().isEmpty() || row.status() != Status.NEW) {
            return row;
        }
        Deque<LedgerEntry> alike =
                similar.get(TransactionKeys.similar(row.transaction().get()));
        while (alike != null && !alike.isEmpty()) {
            long entry = alike.removeFirst().sequence();
            if (!matched.contains(entry)) {
                return row.as(
                        Status.NEEDS_DECISION,
                        "entry " + entry + " of the ledger has the same date, type, security, quantity and amount");
            }
        }
        return row;
    }
}
