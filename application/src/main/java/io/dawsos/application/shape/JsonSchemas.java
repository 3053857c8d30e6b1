package io.dawsos.application.shape;

import io.dawsos.application.shape.RecordShape.Component;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** JSON Schemas (draft 2020-12) of records, as plain maps. */
public final class JsonSchemas {

    private JsonSchemas() {}

    /** The schema of a record. */
    public static Map<String, Object> of(RecordShape shape) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        shape.description().ifPresent(text -> schema.put("description", text));
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (Component component : shape.components()) {
            Map<String, Object> property = of(component.shape());
            component.description().ifPresent(text -> property.put("description", text));
            properties.put(component.name(), property);
            if (!(component.shape() instanceof Shape.Maybe)) {
                required.add(component.name());
            }
        }
        schema.put("properties", properties);
        schema.put("required", required);
        schema.put("additionalProperties", false);
        return schema;
    }

    /** The schema of a value. */
    public static Map<String, Object> of(Shape shape) {
        if (shape instanceof Shape.Maybe maybe) {
            Map<String, Object> either = new LinkedHashMap<>();
            either.put("anyOf", List.of(of(maybe.of()), Map.of("type", "null")));
            return either;
        }
        if (shape instanceof Shape.RecordOf record) {
            return of(record.of());
        }
        Map<String, Object> schema = new LinkedHashMap<>();
        if (shape instanceof Shape.Structure structure) {
            Map<String, Object> properties = new LinkedHashMap<>();
            structure.fields().forEach((name, field) -> properties.put(name, of(field)));
            schema.put("type", "object");
            schema.put("properties", properties);
            schema.put("additionalProperties", false);
        } else if (shape instanceof Shape.ListOf list) {
            schema.put("type", "array");
            schema.put("items", of(list.of()));
        } else if (shape instanceof Shape.MapOf map) {
            schema.put("type", "object");
            schema.put("additionalProperties", of(map.of()));
        } else if (shape instanceof Shape.OneOf one) {
            schema.put("type", "string");
            schema.put(
                    "enum",
                    java.util.Arrays.stream(one.type().getEnumConstants())
                            .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                            .toList());
        } else {
            scalar((Shape.Scalar) shape, schema);
        }
        return schema;
    }

    private static void scalar(Shape.Scalar scalar, Map<String, Object> schema) {
        switch (scalar) {
            case BOOLEAN -> schema.put("type", "boolean");
            case INTEGER, LONG -> schema.put("type", "integer");
            case DOUBLE, DECIMAL -> schema.put("type", "number");
            case STRING -> schema.put("type", "string");
            case DATE -> {
                schema.put("type", "string");
                schema.put("format", "date");
            }
            case UUID -> {
                schema.put("type", "string");
                schema.put("format", "uuid");
            }
        }
    }
}
