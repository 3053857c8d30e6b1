package io.dawsos.web.routes;

import io.dawsos.application.run.ExecutionRequest;
import io.dawsos.web.http.Callers;
import io.dawsos.web.http.Json;
import io.javalin.http.Context;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads the body of a request to run a pattern. */
final class RunRequests {

    /** The JSON Schema of such a body. */
    static final Map<String, Object> SCHEMA = Schemas.object(
            Map.of(
                    "pattern", Map.of("type", "string"),
                    "inputs", Schemas.any(),
                    "pack_id", Map.of("type", "string"),
                    "as_of", Map.of("type", "string", "format", "date")),
            List.of("pattern"));

    /** The same where the address names the pattern. */
    static final Map<String, Object> SCHEMA_WITHOUT_PATTERN = Schemas.object(
            Map.of(
                    "inputs", Schemas.any(),
                    "pack_id", Map.of("type", "string"),
                    "as_of", Map.of("type", "string", "format", "date")),
            List.of());

    private final Json json;

    @Inject
    RunRequests(Json json) {
        this.json = json;
    }

    /** Reads a body that names the pattern. */
    ExecutionRequest read(Context context) {
        JsonNode body = json.body(context, Set.of("pattern", "inputs", "pack_id", "as_of"));
        return request(context, Json.needText(body, "pattern"), body);
    }

    /** Reads a body for a pattern that the address names. */
    ExecutionRequest read(Context context, String pattern) {
        return request(context, pattern, json.body(context, Set.of("inputs", "pack_id", "as_of")));
    }

    private static ExecutionRequest request(Context context, String pattern, JsonNode body) {
        JsonNode inputs = body.get("inputs");
        if (inputs != null && !inputs.isObject() && !inputs.isNull()) {
            throw Answers.invalid("inputs", inputs.toString(), "an object");
        }
        return new ExecutionRequest(
                Callers.of(context).user(),
                pattern,
                inputs == null || inputs.isNull() ? Map.of() : Json.values(inputs),
                false,
                Answers.pack(Json.text(body, "pack_id")),
                Answers.date("as_of", Json.text(body, "as_of")),
                key(context));
    }

    private static Optional<String> key(Context context) {
        Optional<String> key = Optional.ofNullable(context.header("Idempotency-Key"));
        if (key.filter(text -> !text.matches("[!-~]{1,200}")).isPresent()) {
            throw Answers.invalid("Idempotency-Key", "another text", "1 to 200 printable characters without spaces");
        }
        return key;
    }
}
