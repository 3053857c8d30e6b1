package io.dawsos.application.pattern;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The JSON Schema (draft 2020-12) of patterns, for editors. The compiler finds more than a schema can say. */
public final class PatternSchema {

    private PatternSchema() {}

    /** The schema's text. */
    public static String text() {
        try (InputStream document = PatternSchema.class.getResourceAsStream("/patterns/schema/pattern.schema.json")) {
            if (document == null) {
                throw new IllegalStateException("the schema of patterns is not on the class path");
            }
            return new String(document.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
