package io.dawsos.application.pattern;

import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;

/**
 * A value of a JSON document with the place where it stands.
 *
 * @param value a {@code Map} or {@code List} of located values, a text, an exact decimal or a truth value; null for null
 * @param line from 1
 * @param column from 1
 * @param pointer the JSON pointer
 */
record Located(@Nullable Object value, int line, int column, String pointer) {

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** Reads a document. */
    static Located read(byte[] document) {
        try (JsonParser parser = JSON.createParser(tools.jackson.core.ObjectReadContext.empty(), (InputStream)
                new java.io.ByteArrayInputStream(document))) {
            parser.nextToken();
            Located root = read(parser, "");
            if (parser.nextToken() != null) {
                throw new StreamReadException(parser, "more than one document");
            }
            return root;
        }
    }

    private static Located read(JsonParser parser, String pointer) {
        int line = parser.currentTokenLocation().getLineNr();
        int column = parser.currentTokenLocation().getColumnNr();
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw new StreamReadException(parser, "the document is empty");
        }
        Object value = switch (token) {
            case START_OBJECT -> object(parser, pointer);
            case START_ARRAY -> array(parser, pointer);
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new BigDecimal(parser.getString());
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> throw new StreamReadException(parser, "unexpected " + token);
        };
        return new Located(value, line, column, pointer);
    }

    private static Map<String, Located> object(JsonParser parser, String pointer) {
        Map<String, Located> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            members.put(
                    name, read(parser, pointer + "/" + name.replace("~", "~0").replace("/", "~1")));
        }
        return members;
    }

    private static List<Located> array(JsonParser parser, String pointer) {
        List<Located> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(read(parser, pointer + "/" + items.size()));
        }
        return items;
    }

    /** The members, if this is an object. */
    @SuppressWarnings("unchecked")
    Optional<Map<String, Located>> asObject() {
        return value instanceof Map<?, ?> ? Optional.of((Map<String, Located>) value) : Optional.empty();
    }

    /** The items, if this is an array. */
    @SuppressWarnings("unchecked")
    Optional<List<Located>> asArray() {
        return value instanceof List<?> ? Optional.of((List<Located>) value) : Optional.empty();
    }

    /** The text, if this is one. */
    Optional<String> asText() {
        return value instanceof String text ? Optional.of(text) : Optional.empty();
    }

    /** The value without places: texts, decimals, truth values, lists and maps; empty for null. */
    Optional<Object> plain() {
        if (asObject().isPresent()) {
            Map<String, Object> map = new LinkedHashMap<>();
            asObject()
                    .get()
                    .forEach((name, member) -> map.put(name, member.plain().orElse(null)));
            return Optional.of(map);
        }
        if (asArray().isPresent()) {
            List<Object> list = new ArrayList<>();
            asArray().get().forEach(item -> list.add(item.plain().orElse(null)));
            return Optional.of(list);
        }
        return Optional.ofNullable(value);
    }

    /** What kind of value this is, for messages. */
    String kind() {
        if (value == null) {
            return "null";
        }
        if (value instanceof Map<?, ?>) {
            return "an object";
        }
        if (value instanceof List<?>) {
            return "an array";
        }
        if (value instanceof String text) {
            return "\"" + text + "\"";
        }
        return value.toString();
    }
}
