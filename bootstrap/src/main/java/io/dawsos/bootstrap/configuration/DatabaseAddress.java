package io.dawsos.bootstrap.configuration;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Where an external database is and who logs in.
 *
 * @param jdbcUrl without user and password
 */
public record DatabaseAddress(String jdbcUrl, String user, String password) {

    /**
     * Reads {@code postgresql://user:password@host:port/database?options}, with or without the prefix {@code jdbc:}; user and
     * password may also be the options {@code user} and {@code password}.
     *
     * @throws IllegalArgumentException if the text is not such an address; the message holds no password
     */
    public static DatabaseAddress parse(String text) {
        String bare = text.startsWith("jdbc:") ? text.substring("jdbc:".length()) : text;
        URI uri;
        try {
            uri = URI.create(bare);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "not a URL of the form postgresql://user:password@host:port/database", null);
        }
        boolean scheme = "postgresql".equals(uri.getScheme()) || "postgres".equals(uri.getScheme());
        if (!scheme
                || uri.getHost() == null
                || uri.getPath() == null
                || uri.getPath().length() < 2) {
            throw new IllegalArgumentException("not a URL of the form postgresql://user:password@host:port/database");
        }
        String userInfo = Optional.ofNullable(uri.getRawUserInfo()).orElse("");
        String user = decoded(userInfo.contains(":") ? userInfo.substring(0, userInfo.indexOf(':')) : userInfo);
        String password = userInfo.contains(":") ? decoded(userInfo.substring(userInfo.indexOf(':') + 1)) : "";
        StringBuilder options = new StringBuilder();
        for (String option : Optional.ofNullable(uri.getRawQuery()).orElse("").split("&", -1)) {
            if (option.startsWith("user=")) {
                user = decoded(option.substring("user=".length()));
            } else if (option.startsWith("password=")) {
                password = decoded(option.substring("password=".length()));
            } else if (!option.isEmpty()) {
                options.append(options.length() == 0 ? '?' : '&').append(option);
            }
        }
        if (user.isEmpty()) {
            throw new IllegalArgumentException("no user in the URL");
        }
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        return new DatabaseAddress(
                "jdbc:postgresql://" + uri.getHost() + port + uri.getRawPath() + options, user, password);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return jdbcUrl + " as " + user;
    }
}
