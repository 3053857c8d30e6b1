package io.dawsos.application.pattern;

import io.dawsos.application.shape.RecordShape.Component;
import io.dawsos.domain.figure.Figure;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** One step of a compiled path: from a present value to a part of it. */
sealed interface Accessor {

    /** Reads the part. */
    Value read(Object value, String path);

    /** A component of a record. */
    record Field(Component component) implements Accessor {
        @Override
        public Value read(Object value, String path) {
            Object part = component.read((Record) value);
            if (part instanceof Figure<?> figure) {
                Optional<?> known = figure.asOptional();
                return known.isPresent()
                        ? new Value.Present(known.get())
                        : new Value.Missing(figure.whyMissing().orElseThrow());
            }
            if (part instanceof Optional<?> optional) {
                return optional.isPresent() ? new Value.Present(optional.get()) : new Value.Absent(path, false);
            }
            return new Value.Present(part);
        }
    }

    /** The value under a key of a map. */
    record Key(String name) implements Accessor {
        @Override
        public Value read(Object value, String path) {
            Object part = ((Map<?, ?>) value).get(name);
            return part == null ? new Value.Absent(path, false) : new Value.Present(part);
        }
    }

    /** The number of items of a list or map, or of characters of a text. */
    record Length() implements Accessor {
        @Override
        public Value read(Object value, String path) {
            if (value instanceof Collection<?> items) {
                return new Value.Present(items.size());
            }
            if (value instanceof Map<?, ?> map) {
                return new Value.Present(map.size());
            }
            String text = (String) value;
            return new Value.Present(text.codePointCount(0, text.length()));
        }
    }
}
