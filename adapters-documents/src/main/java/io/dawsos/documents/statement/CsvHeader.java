package io.dawsos.documents.statement;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The header line of a table: names without case and surrounding spaces; of equal names the first counts. */
public final class CsvHeader {

    private final List<String> names;
    private final Map<String, Integer> places = new HashMap<>();

    CsvHeader(List<String> names) {
        this.names = List.copyOf(names);
        for (int i = 0; i < names.size(); i++) {
            places.putIfAbsent(key(names.get(i)), i);
        }
    }

    static String key(String name) {
        return name.replace("\uFEFF", "").strip().toLowerCase(Locale.ROOT);
    }

    /** Whether all columns are there. */
    public boolean has(String... columns) {
        for (String column : columns) {
            if (!places.containsKey(key(column))) {
                return false;
            }
        }
        return true;
    }

    /** The names in lower case. */
    public Set<String> keys() {
        return Set.copyOf(places.keySet());
    }

    /** The names as they stand in the file. */
    public List<String> names() {
        return names;
    }

    /** Where a column stands, from 0; -1 if it is not there. */
    public int place(String column) {
        return places.getOrDefault(key(column), -1);
    }
}
