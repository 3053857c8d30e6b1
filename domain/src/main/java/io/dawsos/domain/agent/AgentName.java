package io.dawsos.domain.agent;

import java.util.regex.Pattern;

/**
 * The name of an agent, such as {@code financial_analyst}.
 *
 * @param value lower-case words joined by underscores
 */
public record AgentName(String value) {

    private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9_]*");

    /** @throws IllegalArgumentException if the text does not have the shape of a name */
    public AgentName {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("not the name of an agent: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
