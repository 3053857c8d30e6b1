package io.dawsos.application.imports;

import io.dawsos.application.imports.StatementPreview.Status;
import io.dawsos.domain.ledger.Transaction;
import io.dawsos.domain.ledger.TransactionFields;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A row of a statement and what the rules say of it.
 *
 * @param transaction what it becomes; present if it is new, a duplicate or waits for a decision
 */
record JudgedRow(
        StatementRow source,
        Status status,
        String reason,
        List<RowProblem> problems,
        Optional<Transaction> transaction,
        Optional<String> symbol) {

    static JudgedRow ignored(StatementRow source, String reason) {
        return new JudgedRow(source, Status.IGNORED, reason, List.of(), Optional.empty(), Optional.empty());
    }

    static JudgedRow refused(StatementRow source, List<RowProblem> problems) {
        return new JudgedRow(
                source, Status.REFUSED, problems.get(0).reason(), problems, Optional.empty(), Optional.empty());
    }

    JudgedRow as(Status other, String why) {
        return new JudgedRow(source, other, why, problems, transaction, symbol);
    }

    /** Its date; the rows that become nothing have none. */
    Optional<LocalDate> date() {
        return transaction.map(Transaction::date);
    }

    StatementPreview.Row preview() {
        Map<String, String> said = source.fields();
        return new StatementPreview.Row(
                source.line(), status, reason, problems, transaction.map(TransactionFields::of), symbol, said);
    }
}
