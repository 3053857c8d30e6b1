package io.dawsos.application.shape;

import io.dawsos.application.shape.RecordShape.Component;
import io.dawsos.domain.figure.Figure;
import io.dawsos.domain.figure.Unavailable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JsonGenerator;

/**
 * Writes values as canonical JSON: components in order, maps by key, exact decimals plain without trailing zeros, doubles with 12
 * significant digits. A missing figure is null, and its path and reason are collected.
 */
public final class ResultWriter {

    private static final MathContext TWELVE_DIGITS = new MathContext(12);

    private final JsonGenerator json;
    private final List<MissingPath> missing = new ArrayList<>();

    /** Writes to a generator, which stays open. */
    public ResultWriter(JsonGenerator json) {
        this.json = json;
    }

    /**
     * What is not available, and where.
     *
     * @param path such as {@code holdings[3].price}
     */
    public record MissingPath(String path, Unavailable reason) {}

    /** What was missing so far, in the order of writing. */
    public List<MissingPath> missing() {
        return List.copyOf(missing);
    }

    /** Writes a record at a path; the path is empty for the root. */
    public void write(String path, Record value) {
        json.writeStartObject();
        for (Component component : RecordShape.of(value.getClass()).components()) {
            json.writeName(component.name());
            write(
                    path.isEmpty() ? component.name() : path + "." + component.name(),
                    component.shape(),
                    component.read(value));
        }
        json.writeEndObject();
    }

    /** Notes what is missing at a path, and writes null. */
    public void writeMissing(String path, Unavailable reason) {
        missing.add(new MissingPath(path, reason));
        json.writeNull();
    }

    /** Writes a value of a shape at a path. */
    public void write(String path, Shape shape, Object value) {
        if (shape instanceof Shape.Maybe maybe) {
            writeMaybe(path, maybe, value);
        } else if (shape instanceof Shape.ListOf list) {
            json.writeStartArray();
            int index = 0;
            for (Object item : (List<?>) value) {
                write(path + "[" + index++ + "]", list.of(), item);
            }
            json.writeEndArray();
        } else if (shape instanceof Shape.MapOf map) {
            json.writeStartObject();
            new TreeMap<>((Map<?, ?>) value).forEach((key, item) -> {
                json.writeName((String) key);
                write(path + "." + key, map.of(), item);
            });
            json.writeEndObject();
        } else if (shape instanceof Shape.RecordOf) {
            write(path, (Record) value);
        } else if (shape instanceof Shape.Structure structure) {
            writeStructure(path, structure, (Map<?, ?>) value);
        } else {
            writeScalar(path, value);
        }
    }

    private void writeStructure(String path, Shape.Structure structure, Map<?, ?> value) {
        json.writeStartObject();
        new TreeMap<>(structure.fields()).forEach((name, shape) -> {
            Object part = value.get(name);
            if (part != null) {
                json.writeName(name);
                write(path + "." + name, shape.present(), part);
            }
        });
        json.writeEndObject();
    }

    private void writeMaybe(String path, Shape.Maybe maybe, Object value) {
        Optional<?> present = value instanceof Figure<?> figure ? figure.asOptional() : (Optional<?>) value;
        if (present.isPresent()) {
            write(path, maybe.of(), present.get());
        } else if (value instanceof Figure<?> figure) {
            writeMissing(path, figure.whyMissing().orElseThrow());
        } else {
            json.writeNull();
        }
    }

    private void writeScalar(String path, Object value) {
        if (value instanceof String text) {
            json.writeString(text);
        } else if (value instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else if (value instanceof Integer number) {
            json.writeNumber(number);
        } else if (value instanceof Long number) {
            json.writeNumber(number);
        } else if (value instanceof BigDecimal number) {
            json.writeNumber(plain(number));
        } else if (value instanceof Double number) {
            if (!Double.isFinite(number)) {
                throw new IllegalStateException("a number that is not finite at " + path);
            }
            json.writeNumber(plain(new BigDecimal(number, TWELVE_DIGITS)));
        } else if (value instanceof Enum<?> constant) {
            json.writeString(constant.name().toLowerCase(Locale.ROOT));
        } else {
            json.writeString(value.toString());
        }
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
