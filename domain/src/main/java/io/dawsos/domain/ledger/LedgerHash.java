package io.dawsos.domain.ledger;

import java.util.regex.Pattern;

/**
 * The SHA-256 of a ledger commit; it stands for the whole chain up to that commit.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record LedgerHash(String hex) {

    private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{64}");

    /** @throws IllegalArgumentException if the text is not a SHA-256 in lower-case hexadecimal */
    public LedgerHash {
        if (!SHAPE.matcher(hex).matches()) {
            throw new IllegalArgumentException("not a ledger hash: " + hex);
        }
    }
}
