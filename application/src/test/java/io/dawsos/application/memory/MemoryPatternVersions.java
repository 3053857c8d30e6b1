package io.dawsos.application.memory;

import io.dawsos.domain.identity.AccessScope;
import io.dawsos.domain.pattern.PatternVersions;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Versions of patterns in memory. */
final class MemoryPatternVersions implements PatternVersions {

    private final Map<String, Kept> kept = new LinkedHashMap<>();
    private final Map<String, String> active = new TreeMap<>();

    @Inject
    MemoryPatternVersions() {}

    @Override
    public synchronized void keep(AccessScope scope, List<Version> versions) {
        for (Version version : versions) {
            kept.putIfAbsent(version.hash(), new Kept(version, Instant.EPOCH.plusSeconds(kept.size()), text(scope)));
        }
    }

    private static String text(AccessScope scope) {
        return scope instanceof AccessScope.OfUser user
                ? user.user().value().toString()
                : "system:" + ((AccessScope.OfSystem) scope).task();
    }

    @Override
    public synchronized Optional<Version> find(String hash) {
        return Optional.ofNullable(kept.get(hash)).map(Kept::version);
    }

    @Override
    public synchronized List<Kept> versions(String id) {
        List<Kept> versions = new ArrayList<>(kept.values().stream()
                .filter(each -> each.version().id().equals(id))
                .toList());
        Collections.reverse(versions);
        return versions;
    }

    @Override
    public synchronized void activate(AccessScope scope, String id, String hash) {
        if (find(hash).filter(version -> version.id().equals(id)).isEmpty()) {
            throw new IllegalArgumentException("no version " + hash + " of the pattern " + id);
        }
        active.put(id, hash);
    }

    @Override
    public synchronized Map<String, String> active() {
        return Map.copyOf(active);
    }
}
