package io.dawsos.domain.cases;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The figures that a calculation can give, each computed when it is asked for. */
final class Answers {

    private final Map<String, Supplier<Object>> figures = new TreeMap<>();

    Answers with(String key, Supplier<Object> figure) {
        figures.put(key, figure);
        return this;
    }

    boolean has(String key) {
        return figures.containsKey(key);
    }

    Object get(String key) {
        Supplier<Object> figure = figures.get(key);
        if (figure == null) {
            throw new NotSupportedException("figure " + key + " is not computed yet");
        }
        return figure.get();
    }
}
