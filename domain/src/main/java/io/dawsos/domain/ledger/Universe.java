package io.dawsos.domain.ledger;

import java.util.Locale;

/** The world that data belongs to; worlds never mix, and a portfolio lives in one. */
public enum Universe {
    /** Observed in the world. */
    REAL,
    /** Made by the demo market's generator, and labelled wherever it shows. */
    SIMULATED;

    /** The name in the database and the API: {@code real} or {@code simulated}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
