package io.dawsos.domain.pricing;

import java.util.regex.Pattern;

/**
 * The identity of a pricing pack, made of its as-of date and its hash: {@code PP_2026-11-25_1f0c9a4be2d7}.
 *
 * @param value {@code PP_}, an ISO date, {@code _} and the first 12 hexadecimal digits of the pack's hash
 */
public record PackId(String value) {

    private static final Pattern SHAPE = Pattern.compile("PP_\\d{4}-\\d{2}-\\d{2}_[0-9a-f]{12}");

    /** @throws IllegalArgumentException if the text does not have the shape of a pack's identity */
    public PackId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("not the identity of a pricing pack: " + value);
        }
    }
}
