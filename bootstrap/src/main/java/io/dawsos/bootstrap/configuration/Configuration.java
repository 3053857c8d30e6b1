package io.dawsos.bootstrap.configuration;

import io.dawsos.domain.identity.EmailAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All settings of one run, checked together before anything starts.
 *
 * @param dataDirectory where the embedded database, secrets and logs live
 * @param host the address to listen on
 * @param port the port to listen on; 0 takes a free one
 * @param database the external database; if empty, the embedded one is started
 * @param ownerEmail the first owner's address
 * @param ownerPassword the first owner's password; if empty, one is made and printed once
 * @param hostNames further names that requests may address this server by
 * @param resultCache whether computed answers are kept in memory
 */
public record Configuration(
        Path dataDirectory,
        String host,
        int port,
        Optional<DatabaseAddress> database,
        EmailAddress ownerEmail,
        Optional<String> ownerPassword,
        List<String> hostNames,
        boolean resultCache) {

    /** The port that the predecessor's clients know. */
    public static final int DEFAULT_PORT = 5000;

    /** The address of the first owner if none is given. */
    public static final String DEFAULT_OWNER = "owner@localhost";

    private static final int SHORTEST_PASSWORD = 12;

    /**
     * Reads settings from command-line options and the environment, options first.
     *
     * @throws ConfigurationException that names every setting that is wrong
     */
    public static Configuration of(Path dataDirectory, String host, int port, Map<String, String> environment) {
        List<String> problems = new ArrayList<>();
        if (port < 0 || port > 65_535) {
            problems.add("--port: " + port + " is not between 0 and 65535");
        }
        Optional<DatabaseAddress> database = Optional.empty();
        try {
            database = setting(environment, "DATABASE_URL").map(DatabaseAddress::parse);
        } catch (IllegalArgumentException e) {
            problems.add("DATABASE_URL: " + e.getMessage());
        }
        EmailAddress email = new EmailAddress(DEFAULT_OWNER);
        try {
            email = new EmailAddress(setting(environment, "DAWSOS_OWNER_EMAIL").orElse(DEFAULT_OWNER));
        } catch (IllegalArgumentException e) {
            problems.add("DAWSOS_OWNER_EMAIL: " + e.getMessage());
        }
        Optional<String> password = setting(environment, "DAWSOS_OWNER_PASSWORD");
        if (password.filter(text -> text.length() < SHORTEST_PASSWORD).isPresent()) {
            problems.add("DAWSOS_OWNER_PASSWORD: shorter than " + SHORTEST_PASSWORD + " characters");
        }
        String cache = setting(environment, "DAWSOS_RESULT_CACHE").orElse("on");
        if (!cache.equals("on") && !cache.equals("off")) {
            problems.add("DAWSOS_RESULT_CACHE: \"" + cache + "\" is neither \"on\" nor \"off\"");
        }
        List<String> hostNames = setting(environment, "DAWSOS_HOST_NAMES").stream()
                .flatMap(names -> java.util.Arrays.stream(names.split(",", -1)))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
        return new Configuration(
                dataDirectory.toAbsolutePath().normalize(),
                host,
                port,
                database,
                email,
                password,
                hostNames,
                cache.equals("on"));
    }

    private static Optional<String> setting(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).map(String::strip).filter(text -> !text.isEmpty());
    }
}
