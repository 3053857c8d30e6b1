package io.dawsos.web.routes;

import io.dawsos.web.http.Endpoint;
import io.dawsos.web.http.Endpoint.Access;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An OpenAPI 3.1 document made from endpoints. */
final class OpenApiDocument {

    private static final Pattern PARAMETER = Pattern.compile("\\{([a-z_]+)}");

    private OpenApiDocument() {}

    static Map<String, Object> of(List<Endpoint> endpoints, String version) {
        Map<String, Object> paths = new TreeMap<>();
        for (Endpoint endpoint : endpoints) {
            @SuppressWarnings("unchecked")
            Map<String, Object> path = (Map<String, Object>)
                    paths.computeIfAbsent(endpoint.path(), key -> new LinkedHashMap<String, Object>());
            path.put(endpoint.method().name().toLowerCase(Locale.ROOT), operation(endpoint));
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("openapi", "3.1.0");
        document.put("info", Map.of("title", "DawsOS", "version", version));
        document.put("paths", paths);
        document.put(
                "components",
                Map.of(
                        "securitySchemes",
                        Map.of("token", Map.of("type", "http", "scheme", "bearer", "bearerFormat", "JWT")),
                        "schemas",
                        Map.of("Problem", problem())));
        return document;
    }

    private static Map<String, Object> operation(Endpoint endpoint) {
        Map<String, Object> operation = new LinkedHashMap<>();
        operation.put("summary", endpoint.summary());
        List<Map<String, Object>> parameters = new ArrayList<>();
        Matcher matcher = PARAMETER.matcher(endpoint.path());
        while (matcher.find()) {
            parameters.add(Map.of(
                    "name", matcher.group(1), "in", "path", "required", true, "schema", Map.of("type", "string")));
        }
        new TreeMap<>(endpoint.parameters())
                .forEach((name, meaning) -> parameters.add(Map.of(
                        "name",
                        name,
                        "in",
                        "query",
                        "required",
                        false,
                        "description",
                        meaning,
                        "schema",
                        Map.of("type", "string"))));
        operation.put("parameters", parameters);
        endpoint.body().ifPresent(schema -> operation.put("requestBody", Map.of("content", content(schema))));
        Map<String, Object> responses = new LinkedHashMap<>();
        Map<String, Object> good = new LinkedHashMap<>();
        good.put("description", "The answer");
        endpoint.answer()
                .ifPresent(schema -> good.put("content", Map.of("application/json", Map.of("schema", schema))));
        responses.put(Integer.toString(endpoint.status()), good);
        responses.put(
                "default",
                Map.of(
                        "description",
                        "A problem document (RFC 9457)",
                        "content",
                        Map.of(
                                "application/problem+json",
                                Map.of("schema", Map.of("$ref", "#/components/schemas/Problem")))));
        operation.put("responses", responses);
        if (endpoint.access() != Access.PUBLIC) {
            operation.put("security", List.of(Map.of("token", List.of())));
        }
        return operation;
    }

    private static Map<String, Object> content(Map<String, Object> schema) {
        String type = String.valueOf(schema.getOrDefault("contentMediaType", "application/json"));
        return Map.of(type, Map.of("schema", schema));
    }

    private static Map<String, Object> problem() {
        Map<String, Object> text = Map.of("type", "string");
        Map<String, Object> properties = new LinkedHashMap<>();
        for (String name : List.of("type", "title", "code", "detail", "instance")) {
            properties.put(name, text);
        }
        properties.put("status", Map.of("type", "integer"));
        properties.put("errors", Map.of("type", "array", "items", Map.of("type", "object")));
        return Schemas.object(properties, List.of("type", "title", "status", "code", "detail", "instance"));
    }
}
