package io.dawsos.domain.imports;

import java.util.Map;
import java.util.TreeMap;

/**
 * How a user wants the statements of one format to be read.
 *
 * @param settings of the syntax by name: encoding, separator, decimal, date_format, currency and others that a format names
 * @param columns the column of the file, by the field of ours that it fills
 * @param types the type of ours, or IGNORE, by the file's word for a transaction
 * @param symbols the symbol of ours, by the ISIN or symbol that the file says
 */
public record ImportMapping(
        Map<String, String> settings,
        Map<String, String> columns,
        Map<String, String> types,
        Map<String, String> symbols) {

    /** Nothing said. */
    public static final ImportMapping NONE = new ImportMapping(Map.of(), Map.of(), Map.of(), Map.of());

    public ImportMapping {
        settings = Map.copyOf(settings);
        columns = Map.copyOf(columns);
        types = Map.copyOf(types);
        symbols = Map.copyOf(symbols);
    }

    /** This mapping with what a newer one says laid over it; an empty text takes an earlier saying back. */
    public ImportMapping with(ImportMapping newer) {
        return new ImportMapping(
                merged(settings, newer.settings),
                merged(columns, newer.columns),
                merged(types, newer.types),
                merged(symbols, newer.symbols));
    }

    private static Map<String, String> merged(Map<String, String> older, Map<String, String> newer) {
        Map<String, String> merged = new TreeMap<>(older);
        merged.putAll(newer);
        merged.values().removeIf(String::isEmpty);
        return merged;
    }
}
