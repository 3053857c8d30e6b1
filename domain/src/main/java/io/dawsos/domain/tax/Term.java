package io.dawsos.domain.tax;

/** Whether units were held long enough for a gain to be a long-term one. */
public enum Term {
    SHORT,
    LONG
}
