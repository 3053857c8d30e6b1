package io.dawsos.persistence.pricing;

import io.dawsos.domain.ledger.Universe;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** A kind of observation: its table, its staging table and how rows move between them. */
enum Kind {
    PRICE("price_observations", "security_id", "uuid"),
    RATE("fx_observations", "pair", "text"),
    MACRO("macro_observations", "series", "text");

    private final String table;
    private final String subject;
    private final String subjectType;

    Kind(String table, String subject, String subjectType) {
        this.table = table;
        this.subject = subject;
        this.subjectType = subjectType;
    }

    private String staging() {
        return "staged_" + table;
    }

    /** The statement that takes the rows of this kind. */
    String copy() {
        return "copy " + staging() + " from stdin";
    }

    /** Makes the staging table, which ends with the transaction. */
    void createStaging(Handle handle) {
        handle.execute("create temporary table " + staging() + " (" + subject + " " + subjectType
                + " not null, date date not null, value numeric not null, line bigint not null) on commit drop");
    }

    /**
     * Moves the staged rows that differ from what is in force into the history.
     *
     * @return how many rows differed
     */
    int move(Handle handle, Universe universe, long revision, Lane<?> lane) {
        String staged = lane.repeats()
                ? "(select distinct on (" + subject + ", date) " + subject + ", date, value from " + staging()
                        + " order by " + subject + ", date, line desc)"
                : staging();
        String fresh = hasHistory(handle, universe, lane.subjects())
                ? " left join lateral (select o.value from " + table + " o where " + sameSubject()
                        + " and o.date = s.date order by o.revision desc limit 1) f on true"
                        + " where f.value is null or f.value <> s.value"
                : "";
        var insert = handle.createUpdate("insert into " + table + " (" + (ofUniverse() ? "universe, " : "") + subject
                + ", date, revision, value) select " + (ofUniverse() ? ":universe, " : "") + "s." + subject
                + ", s.date, :revision, s.value from " + staged + " s" + fresh);
        return bound(insert.bind("revision", revision), universe).execute();
    }

    /** Whether anything is known of any staged subject; if not, all that is staged is new. */
    private boolean hasHistory(Handle handle, Universe universe, Set<?> subjects) {
        return bound(
                        handle.createQuery("select exists (select from unnest(cast(:subjects as " + subjectType
                                        + "[])) s("
                                        + subject + ") where exists (select from " + table + " o where " + sameSubject()
                                        + "))")
                                .bindArray(
                                        "subjects",
                                        String.class,
                                        subjects.stream().map(Object::toString).toList()),
                        universe)
                .mapTo(Boolean.class)
                .one();
    }

    private String sameSubject() {
        return (ofUniverse() ? "o.universe = :universe and " : "") + "o." + subject + " = s." + subject;
    }

    /** A security has its universe; pairs and series are named alike in all. */
    private boolean ofUniverse() {
        return this != PRICE;
    }

    private <S extends SqlStatement<S>> S bound(S statement, Universe universe) {
        return ofUniverse() ? statement.bind("universe", universe.label()) : statement;
    }
}
