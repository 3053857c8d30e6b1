package io.dawsos.persistence.backup;

import java.util.List;

/**
 * A table that is part of a copy.
 *
 * @param columns in the order in which they are copied
 */
record StoredTable(String name, List<String> columns) {

    /** All tables, each after those that it refers to. */
    static final List<String> NAMES = List.of(
            "users",
            "revisions",
            "securities",
            "security_versions",
            "price_observations",
            "fx_observations",
            "macro_observations",
            "corporate_events",
            "pricing_packs",
            "portfolios",
            "ledger_commits",
            "ledger_entries",
            "executions",
            "pattern_versions",
            "pattern_activations",
            "idempotency_keys",
            "import_mappings",
            "audit");

    StoredTable {
        columns = List.copyOf(columns);
    }

    private String list() {
        return "\"" + String.join("\", \"", columns) + "\"";
    }

    /** A query, since a table in parts can't be copied by its name. */
    String copyOut() {
        return "copy (select " + list() + " from " + name + ") to stdout";
    }

    String copyIn() {
        return "copy " + name + " (" + list() + ") from stdin";
    }
}
