package io.dawsos.domain.figure;

import java.util.regex.Pattern;

/**
 * Why something can't be known, in words a user can act on.
 *
 * @param code a stable name for programs, such as {@code price_missing}
 * @param message what is missing, with its security, currency and date
 * @param fix what would make it available
 */
public record Unavailable(String code, String message, String fix) {

    private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9_]*");

    /** @throws IllegalArgumentException if the code is not lower-case words joined by underscores */
    public Unavailable {
        if (!SHAPE.matcher(code).matches()) {
            throw new IllegalArgumentException("not a code: " + code);
        }
    }
}
