package io.dawsos.application.pattern;

import io.dawsos.application.shape.Shape;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an input may be: its type with its bounds, and how a given value is read, once. */
public sealed interface InputType permits ScalarInput, InputType.Array, InputType.Values, InputType.Fields {

    /** The name in documents. */
    String label();

    /** The shape of the value that steps see. */
    Shape shape();

    /** The JSON Schema of a given value. */
    Map<String, Object> schema();

    /**
     * Reads a given value.
     *
     * @param given a text, decimal, truth value, list or map as JSON has them, or a value already of the type
     * @throws IllegalArgumentException that says what is expected
     */
    Object read(Object given);

    /** Values of one type in order. */
    record Array(InputType items, InputBounds bounds) implements InputType {
        @Override
        public String label() {
            return "array";
        }

        @Override
        public Shape shape() {
            return new Shape.ListOf(items.shape());
        }

        @Override
        public Map<String, Object> schema() {
            return bounds.into(new LinkedHashMap<>(Map.of("type", "array", "items", items.schema())), "Items");
        }

        @Override
        public Object read(Object given) {
            if (!(given instanceof List<?> list)) {
                throw new IllegalArgumentException("expected an array");
            }
            bounds.check(BigDecimal.valueOf(list.size()), " items");
            List<Object> values = new ArrayList<>();
            for (Object item : list) {
                values.add(part("item " + values.size(), items, item));
            }
            return List.copyOf(values);
        }
    }

    /** Values of one type under any names. */
    record Values(InputType of, InputBounds bounds) implements InputType {
        @Override
        public String label() {
            return "object";
        }

        @Override
        public Shape shape() {
            return new Shape.MapOf(of.shape());
        }

        @Override
        public Map<String, Object> schema() {
            return bounds.into(
                    new LinkedHashMap<>(Map.of("type", "object", "additionalProperties", of.schema())), "Properties");
        }

        @Override
        public Object read(Object given) {
            if (!(given instanceof Map<?, ?> map)) {
                throw new IllegalArgumentException("expected an object");
            }
            bounds.check(BigDecimal.valueOf(map.size()), " members");
            Map<String, Object> values = new LinkedHashMap<>();
            map.forEach((name, value) -> values.put((String) name, part("member " + name, of, value)));
            return Collections.unmodifiableMap(values);
        }
    }

    /** An object of named fields. */
    record Fields(List<InputSpec> fields) implements InputType {
        @Override
        public String label() {
            return "object";
        }

        @Override
        public Shape shape() {
            Map<String, Shape> shapes = new LinkedHashMap<>();
            fields.forEach(field -> shapes.put(field.name(), field.shape()));
            return new Shape.Structure(Collections.unmodifiableMap(shapes));
        }

        @Override
        public Map<String, Object> schema() {
            Map<String, Object> properties = new LinkedHashMap<>();
            fields.forEach(field -> properties.put(field.name(), field.type().schema()));
            Map<String, Object> schema = new LinkedHashMap<>();
            schema.put("type", "object");
            schema.put("properties", properties);
            schema.put(
                    "required",
                    fields.stream()
                            .filter(InputSpec::required)
                            .map(InputSpec::name)
                            .toList());
            schema.put("additionalProperties", false);
            return schema;
        }

        @Override
        public Object read(Object given) {
            if (!(given instanceof Map<?, ?> map)) {
                throw new IllegalArgumentException("expected an object");
            }
            for (Object name : map.keySet()) {
                if (fields.stream().noneMatch(field -> field.name().equals(name))) {
                    throw new IllegalArgumentException("there is no member " + name + " in it, only "
                            + String.join(
                                    ", ", fields.stream().map(InputSpec::name).toList()));
                }
            }
            Map<String, Object> values = new LinkedHashMap<>();
            for (InputSpec field : fields) {
                Optional<Object> value =
                        Optional.<Object>ofNullable(map.get(field.name())).or(field::standard);
                if (value.isEmpty() && field.required()) {
                    throw new IllegalArgumentException("its member " + field.name() + " is required");
                }
                value.ifPresent(
                        present -> values.put(field.name(), part("member " + field.name(), field.type(), present)));
            }
            return Collections.unmodifiableMap(values);
        }
    }

    private static Object part(String name, InputType type, Object given) {
        try {
            if (given == null) {
                throw new IllegalArgumentException("expected " + type.label() + ", found null");
            }
            return type.read(given);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
        }
    }
}
