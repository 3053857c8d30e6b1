package io.dawsos.application.memory;

import io.dawsos.domain.identity.UserId;
import io.dawsos.domain.imports.ImportMapping;
import io.dawsos.domain.imports.ImportMappings;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;

/** Mappings of imports in memory. */
final class MemoryImportMappings implements ImportMappings {

    private record Key(UserId user, String format) {}

    private final Map<Key, ImportMapping> mappings = new HashMap<>();

    @Inject
    MemoryImportMappings() {}

    @Override
    public synchronized ImportMapping find(UserId user, String format) {
        return mappings.getOrDefault(new Key(user, format), ImportMapping.NONE);
    }

    @Override
    public synchronized void remember(UserId user, String format, ImportMapping said) {
        mappings.put(new Key(user, format), find(user, format).with(said));
    }
}
