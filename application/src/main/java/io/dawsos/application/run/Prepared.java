package io.dawsos.application.run;

import io.dawsos.application.pattern.CompiledPattern;
import io.dawsos.domain.execution.Pins;
import io.dawsos.domain.identity.UserId;
import java.util.Map;

/**
 * A run that is checked and pinned, and has not begun.
 *
 * @param inputs validated and defaulted
 * @param canonicalInputs the same as canonical JSON
 */
record Prepared(
        UserId user,
        CompiledPattern pattern,
        Map<String, Object> inputs,
        String canonicalInputs,
        Pins pins,
        View view) {

    /** All that the answer of a pure run depends on. */
    AnswerCache.Key key() {
        return new AnswerCache.Key(
                user,
                pattern.hash(),
                view.name(),
                canonicalInputs,
                pins.pack().map(pack -> pack.hash()).orElse(""),
                pins.portfolio().map(pinned -> pinned.portfolio().toString()).orElse(""),
                pins.portfolio()
                        .flatMap(pinned -> pinned.head())
                        .map(head -> head.hex())
                        .orElse(""));
    }
}
