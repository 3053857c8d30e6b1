package io.dawsos.application.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The order in which rows of a statement happened: many programs list the newest first, and the order within a day counts. */
final class StatementOrder {

    private StatementOrder() {}

    /** The rows by date, of one date by their time if the file says it, and else in the direction of the whole file. */
    static List<JudgedRow> of(List<JudgedRow> rows) {
        List<JudgedRow> ordered = new ArrayList<>(rows);
        if (newestFirst(rows)) {
            Collections.reverse(ordered);
        }
        ordered.sort(Comparator.comparing((JudgedRow row) -> row.date().orElse(LocalDate.MIN))
                .thenComparing(row -> row.source().at()));
        return ordered;
    }

    private static boolean newestFirst(List<JudgedRow> rows) {
        int falls = 0;
        int rises = 0;
        Optional<LocalDate> before = Optional.empty();
        for (JudgedRow row : rows) {
            if (before.isPresent() && row.date().isPresent()) {
                int step = row.date().get().compareTo(before.get());
                falls += step < 0 ? 1 : 0;
                rises += step > 0 ? 1 : 0;
            }
            before = row.date().isPresent() ? row.date() : before;
        }
        return falls > rises;
    }
}
