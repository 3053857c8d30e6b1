package io.dawsos.web.ui;

import io.dawsos.web.routes.Answers;
import io.javalin.http.Context;
import java.util.List;

/**
 * What the numbers of a page were computed from.
 *
 * @param asOf the date that they hold for, or why it is not known
 * @param pack the pricing pack; empty if the run read none
 * @param ledger the first digits of the ledger's head; empty if the ledger has no entry
 * @param asked the date that the reader asked for; empty for the newest
 * @param missing what could not be computed
 */
record Provenance(
        Shown asOf,
        String asked,
        String pack,
        String ledger,
        String execution,
        boolean simulated,
        List<Result.Missing> missing) {

    private static final int SHORT = 12;

    /** What links to the same page add, so that the date stays. */
    String keep() {
        return asked.isEmpty() ? "" : "&as_of=" + asked;
    }

    /** Of a run, whose result says at a path for which date it holds. */
    static Provenance of(Context context, Result result, String asOf) {
        String ledger = result.trace("ledger_commit_hash");
        return new Provenance(
                result.textOrWhy(asOf),
                Answers.query(context, "as_of").orElse(""),
                result.trace("pricing_pack_id"),
                ledger.substring(0, Math.min(SHORT, ledger.length())),
                result.trace("execution_id"),
                result.trace("universe").equals("simulated"),
                result.missing());
    }
}
