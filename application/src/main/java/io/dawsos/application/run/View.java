package io.dawsos.application.run;

import java.util.Optional;
import java.util.function.Function;

/**
 * A way to lay out the results of a run as {@code data}.
 *
 * @param name names the layout in cache keys
 * @param layout gives the record to write; if empty, the pattern's outputs are written by their names
 */
public record View(String name, Optional<Function<Execution, Record>> layout) {

    /** The pattern's outputs by their names. */
    public static final View OUTPUTS = new View("outputs", Optional.empty());

    /** A layout of its own. */
    public static View of(String name, Function<Execution, Record> layout) {
        return new View(name, Optional.of(layout));
    }
}
