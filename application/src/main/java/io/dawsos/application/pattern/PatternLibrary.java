package io.dawsos.application.pattern;

import java.util.Set;

/** The patterns that a pattern may call. */
public interface PatternLibrary {

    /** No patterns. */
    PatternLibrary EMPTY = new PatternLibrary() {
        @Override
        public Entry find(String id) {
            return new Entry.Unknown();
        }

        @Override
        public Set<String> ids() {
            return Set.of();
        }
    };

    /** Finds a pattern by its id. */
    Entry find(String id);

    /** The ids of all patterns. */
    Set<String> ids();

    /** What stands under an id. */
    sealed interface Entry {
        /** A pattern that can be called. */
        record Found(CompiledPattern pattern) implements Entry {}

        /** Nothing. */
        record Unknown() implements Entry {}

        /** A pattern that does not compile. */
        record Broken() implements Entry {}

        /** A pattern that is being compiled because it calls, at last, the one that asks. */
        record Cyclic() implements Entry {}
    }
}
