package io.dawsos.documents.statement;

import io.dawsos.application.imports.StatementFile;
import io.dawsos.application.imports.UnreadableStatementException;
import java.io.IOException;
import java.io.UncheckedIOException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON documents of a bounded size and depth, with exact decimals. */
public final class JsonText {

    private static final int LARGEST = 64 << 20;
    private static final int DEEPEST = 50;
    private static final int LONGEST_NUMBER = 100;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNumberLength(LONGEST_NUMBER)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private JsonText() {}

    /**
     * Reads a file whole.
     *
     * @throws UnreadableStatementException if it is too large or not JSON
     */
    public static JsonNode read(StatementFile file) {
        try {
            byte[] bytes = file.content().readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new UnreadableStatementException(
                        1, "more than " + LARGEST + " bytes of JSON", "split the file, or export it as CSV");
            }
            return MAPPER.readTree(bytes);
        } catch (JacksonException e) {
            long line =
                    e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
            throw new UnreadableStatementException(line, "not JSON", "export the file again");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A member as text: texts as they are, numbers plain, anything else and nothing as empty text. */
    public static String text(JsonNode object, String name) {
        JsonNode member = object.get(name);
        if (member == null || member.isNull()) {
            return "";
        }
        if (member.isNumber()) {
            return Numbers.text(member.decimalValue());
        }
        return member.isString() ? member.asString() : "";
    }
}
