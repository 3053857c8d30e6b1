package io.dawsos.application.pattern;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * The least and the greatest: of a number its value, of a text the number of its characters, of an array the number of items.
 */
record InputBounds(Optional<BigDecimal> minimum, Optional<BigDecimal> maximum) {
    /** Adds the bounds to a schema, under the names that go with what they bound. */
    Map<String, Object> into(Map<String, Object> schema, String of) {
        minimum.ifPresent(least -> schema.put(of.isEmpty() ? "minimum" : "min" + of, least));
        maximum.ifPresent(most -> schema.put(of.isEmpty() ? "maximum" : "max" + of, most));
        return schema;
    }

    BigDecimal check(BigDecimal number, String unit) {
        if (minimum.filter(least -> number.compareTo(least) < 0).isPresent()) {
            throw new IllegalArgumentException("expected " + minimum.get().toPlainString() + " or more" + unit);
        }
        if (maximum.filter(greatest -> number.compareTo(greatest) > 0).isPresent()) {
            throw new IllegalArgumentException("expected " + maximum.get().toPlainString() + " or less" + unit);
        }
        return number;
    }
}
