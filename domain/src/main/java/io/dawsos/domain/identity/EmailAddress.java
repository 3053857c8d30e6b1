package io.dawsos.domain.identity;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The address a user logs in with, kept in lower case so that one mailbox is one user.
 *
 * @param value a local part, an at sign and a domain, without spaces
 */
public record EmailAddress(String value) {

    private static final Pattern SHAPE = Pattern.compile("[^@\\s]+@[^@\\s]+");

    /** @throws IllegalArgumentException if the text is not an address */
    public EmailAddress {
        value = value.strip().toLowerCase(Locale.ROOT);
        if (value.length() > 254 || !SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("not an e-mail address");
        }
    }
}
