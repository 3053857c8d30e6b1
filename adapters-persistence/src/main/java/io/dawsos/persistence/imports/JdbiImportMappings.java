package io.dawsos.persistence.imports;

import io.dawsos.domain.identity.AccessScope;
import io.dawsos.domain.identity.UserId;
import io.dawsos.domain.imports.ImportMapping;
import io.dawsos.domain.imports.ImportMappings;
import io.dawsos.persistence.pool.Database;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Mappings of imports in PostgreSQL. */
public final class JdbiImportMappings implements ImportMappings {

    private final Database database;

    @Inject
    JdbiImportMappings(Database database) {
        this.database = database;
    }

    @Override
    public ImportMapping find(UserId user, String format) {
        return database.inScope(AccessScope.of(user), handle -> newest(handle, user, format));
    }

    private static ImportMapping newest(Handle handle, UserId user, String format) {
        Map<String, Map<String, String>> sections = new HashMap<>();
        handle.createQuery("select distinct on (section, word) section, word, meaning from import_mappings"
                        + " where owner = :owner and format = :format order by section, word, number desc")
                .bind("owner", user.value())
                .bind("format", format)
                .map((row, context) -> sections.computeIfAbsent(row.getString("section"), name -> new HashMap<>())
                        .put(row.getString("word"), row.getString("meaning")))
                .list();
        return ImportMapping.NONE.with(new ImportMapping(
                sections.getOrDefault("settings", Map.of()),
                sections.getOrDefault("columns", Map.of()),
                sections.getOrDefault("types", Map.of()),
                sections.getOrDefault("symbols", Map.of())));
    }

    @Override
    public void remember(UserId user, String format, ImportMapping said) {
        database.inScope(AccessScope.of(user), handle -> {
            PreparedBatch batch =
                    handle.prepareBatch("insert into import_mappings (owner, format, section, word, meaning)"
                            + " values (:owner, :format, :section, :word, :meaning)");
            add(batch, user, format, "settings", said.settings());
            add(batch, user, format, "columns", said.columns());
            add(batch, user, format, "types", said.types());
            add(batch, user, format, "symbols", said.symbols());
            return batch.size() == 0 ? 0 : batch.execute().length;
        });
    }

    private static void add(PreparedBatch batch, UserId user, String format, String section, Map<String, String> said) {
        said.forEach((word, meaning) -> batch.bind("owner", user.value())
                .bind("format", format)
                .bind("section", section)
                .bind("word", word)
                .bind("meaning", meaning)
                .add());
    }
}
