package io.dawsos.domain.pattern;

import io.dawsos.domain.identity.AccessScope;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The documents of patterns, each version kept for ever under its hash, and which versions are in use. Patterns are shared by
 * all users of an installation.
 */
public interface PatternVersions {

    /**
     * One version of a pattern.
     *
     * @param version the number that its author gave it
     * @param hash names exactly this document with those that it calls
     * @param includes the hashes of the patterns that it calls
     */
    record Version(String id, String version, String hash, String document, List<String> includes) {
        public Version {
            includes = List.copyOf(includes);
        }
    }

    /**
     * A version with when and by whom it was first kept.
     *
     * @param scope a user's identity, or {@code system:} and a task
     */
    record Kept(Version version, Instant at, String scope) {}

    /** Keeps versions; those that are there already stay as they are. */
    void keep(AccessScope scope, List<Version> versions);

    /** Finds a version by its hash. */
    Optional<Version> find(String hash);

    /** All kept versions of a pattern, newest first. */
    List<Kept> versions(String id);

    /**
     * Takes a kept version into use, in the audit.
     *
     * @throws IllegalArgumentException if no version of that id and hash is kept
     */
    void activate(AccessScope scope, String id, String hash);

    /** The hashes of the versions that were last taken into use, by the ids of their patterns. */
    Map<String, String> active();
}
