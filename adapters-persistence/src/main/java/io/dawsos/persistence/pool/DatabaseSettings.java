package io.dawsos.persistence.pool;

import java.time.Duration;

/**
 * Where the database is and how the pool uses it.
 *
 * @param jdbcUrl of a PostgreSQL database, 14 or newer, without user and password
 * @param user a role that is neither a superuser nor exempt from row-level security
 * @param minimumIdle connections that are kept open
 * @param maximumPoolSize connections that there are at most
 * @param connectionTimeout how long a caller waits for a connection
 */
public record DatabaseSettings(
        String jdbcUrl,
        String user,
        String password,
        int minimumIdle,
        int maximumPoolSize,
        Duration connectionTimeout) {

    /** Gives the settings of the plan: 5 connections kept, 20 at most, 3 s of waiting. */
    public static DatabaseSettings of(String jdbcUrl, String user, String password) {
        return new DatabaseSettings(jdbcUrl, user, password, 5, 20, Duration.ofSeconds(3));
    }

    @Override
    public String toString() {
        return jdbcUrl + " as " + user;
    }
}
