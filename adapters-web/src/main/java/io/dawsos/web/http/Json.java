package io.dawsos.web.http;

import io.javalin.http.Context;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes the JSON of requests and plain answers. */
public final class Json {

    private static final int LARGEST = 1 << 20;

    private final JsonMapper mapper = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    @Inject
    public Json() {}

    /** Writes an answer. */
    public void write(Context context, int status, Object value) {
        context.status(status);
        context.contentType("application/json");
        context.result(mapper.writeValueAsBytes(value));
    }

    byte[] bytes(Object value) {
        return mapper.writeValueAsBytes(value);
    }

    /** Parses JSON text that the server made or keeps itself. */
    public JsonNode parsed(String text) {
        return mapper.readTree(text);
    }

    /** The body as text, which must be JSON by its type. */
    public static String raw(Context context) {
        requireJson(context);
        return new String(bytes(context), StandardCharsets.UTF_8);
    }

    /** Reads a body that is held in memory as a whole, and so is small. */
    private static byte[] bytes(Context context) {
        try {
            byte[] bytes = context.bodyInputStream().readNBytes(LARGEST + 1);
            if (bytes.length <= LARGEST) {
                return bytes;
            }
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.of(400, "broken_body", "Broken body", "the body ended before it was whole"));
        }
        throw new ProblemException(
                Problem.of(413, "body_too_large", "Body too large", "a JSON body may have " + LARGEST + " bytes")
                        .with("body", "more than " + LARGEST + " bytes", "import large files with POST /api/imports"));
    }

    private static void requireJson(Context context) {
        String type = Optional.ofNullable(context.contentType()).orElse("");
        if (!type.isEmpty() && !type.startsWith("application/json")) {
            throw new ProblemException(Problem.of(
                    415,
                    "unsupported_media_type",
                    "Unsupported media type",
                    "expected application/json, found " + type));
        }
    }

    /** The text member {@code id} of a document; empty if it is no object or has none. */
    public Optional<String> idOf(String document) {
        try {
            JsonNode id = mapper.readTree(document).get("id");
            return Optional.ofNullable(id).filter(JsonNode::isString).map(JsonNode::asString);
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** Reads the body as an object whose members are all known. */
    public JsonNode body(Context context, Set<String> members) {
        requireJson(context);
        JsonNode body;
        try {
            body = mapper.readTree(bytes(context));
        } catch (JacksonException e) {
            String place = e.getLocation() == null
                    ? ""
                    : " at line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr();
            throw new ProblemException(
                    Problem.of(400, "malformed_json", "Malformed JSON", "the body is not JSON" + place));
        }
        if (!body.isObject()) {
            throw new ProblemException(
                    Problem.of(400, "malformed_json", "Malformed JSON", "the body must be a JSON object"));
        }
        body.propertyNames().stream()
                .filter(name -> !members.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new ProblemException(Problem.of(
                                    400, "unknown_member", "Unknown member", "unknown member \"" + name + "\"")
                            .with(name, "there is no such member", "members are " + String.join(", ", members)));
                });
        return body;
    }

    /** The text of a member, if it is given. */
    public static Optional<String> text(JsonNode body, String name) {
        JsonNode member = body.get(name);
        if (member == null || member.isNull()) {
            return Optional.empty();
        }
        if (!member.isString()) {
            throw new ProblemException(Problem.of(400, "invalid_member", "Invalid member", name + " is no text")
                    .with(name, "found " + member, "a text"));
        }
        return Optional.of(member.asString());
    }

    /** The text of a member that must be given. */
    public static String needText(JsonNode body, String name) {
        return text(body, name)
                .orElseThrow(() ->
                        new ProblemException(Problem.of(400, "missing_member", "Missing member", name + " is missing")
                                .with(name, "the member is missing", "a text")));
    }

    /** The members of an object: texts, exact decimals, truth values, lists and maps of these; a null member is left out. */
    public static Map<String, Object> values(JsonNode object) {
        Map<String, Object> values = new LinkedHashMap<>();
        object.properties().forEach(entry -> {
            Object value = value(entry.getValue());
            if (value != null) {
                values.put(entry.getKey(), value);
            }
        });
        return values;
    }

    private static @Nullable Object value(JsonNode node) {
        if (node.isString()) {
            return node.asString();
        }
        if (node.isNumber()) {
            return node.decimalValue();
        }
        if (node.isBoolean()) {
            return node.asBoolean();
        }
        if (node.isObject()) {
            return values(node);
        }
        if (!node.isArray()) {
            return null;
        }
        List<@Nullable Object> items = new ArrayList<>();
        node.forEach(item -> items.add(value(item)));
        return items;
    }
}
