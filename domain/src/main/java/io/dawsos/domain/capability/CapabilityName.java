package io.dawsos.domain.capability;

import java.util.regex.Pattern;

/**
 * The name by which patterns call a capability, such as {@code ledger.positions}.
 *
 * @param value lower-case words joined by underscores, in parts joined by dots
 */
public record CapabilityName(String value) implements Comparable<CapabilityName> {

    private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)*");

    /** @throws IllegalArgumentException if the text does not have the shape of a name */
    public CapabilityName {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("not the name of a capability: " + value);
        }
    }

    @Override
    public int compareTo(CapabilityName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
