package io.dawsos.web.routes;

import io.dawsos.application.shape.JsonSchemas;
import io.dawsos.application.shape.RecordShape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON Schemas of what the routes take and give. */
final class Schemas {

    private static final Map<String, Object> TEXT = Map.of("type", "string");

    private Schemas() {}

    static Map<String, Object> object(Map<String, Object> properties, List<String> required) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", properties);
        schema.put("required", required);
        return schema;
    }

    static Map<String, Object> texts(String... names) {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (String name : names) {
            properties.put(name, TEXT);
        }
        return object(properties, List.of(names));
    }

    static Map<String, Object> listOf(String name, Map<String, Object> item) {
        return object(Map.of(name, Map.of("type", "array", "items", item)), List.of(name));
    }

    static Map<String, Object> any() {
        return Map.of("type", "object");
    }

    /** The envelope of a computed answer around the schema of its data. */
    static Map<String, Object> computed(Class<? extends Record> data) {
        return envelope(JsonSchemas.of(RecordShape.of(data)));
    }

    static Map<String, Object> envelope(Map<String, Object> data) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("success", Map.of("const", true));
        properties.put("data", data);
        properties.put("unavailable", Map.of("type", "array", "items", texts("path", "code", "message", "fix")));
        properties.put("trace", any());
        return object(properties, List.of("success", "data", "unavailable", "trace"));
    }
}
