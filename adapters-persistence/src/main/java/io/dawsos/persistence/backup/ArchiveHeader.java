package io.dawsos.persistence.backup;

import io.dawsos.application.backup.StoreArchive.RefusedException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/**
 * What an archive says about itself before its rows.
 *
 * @param schema the newest migration of the database that it was taken from
 * @param months the months of the log of runs, by their first day
 */
record ArchiveHeader(String schema, List<LocalDate> months, List<StoredTable> tables) {

    private static final String FORMAT = "dawsos-backup 1";

    ArchiveHeader {
        months = List.copyOf(months);
        tables = List.copyOf(tables);
    }

    byte[] bytes() {
        StringBuilder text = new StringBuilder(FORMAT).append('\n');
        text.append("schema ").append(schema).append('\n');
        months.forEach(month -> text.append("month ").append(month).append('\n'));
        tables.forEach(table -> text.append("table ")
                .append(table.name())
                .append(' ')
                .append(String.join(",", table.columns()))
                .append('\n'));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** @throws RefusedException if it is not the header of an archive */
    static ArchiveHeader parse(byte[] bytes) {
        List<String> lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
        if (lines.isEmpty() || !lines.get(0).equals(FORMAT)) {
            throw new RefusedException("this is not a backup that this version can read");
        }
        String schema = "";
        List<LocalDate> months = new ArrayList<>();
        List<StoredTable> tables = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] words = line.split(" ", -1);
            if (words.length == 2 && words[0].equals("schema")) {
                schema = words[1];
            } else if (words.length == 2 && words[0].equals("month")) {
                months.add(month(words[1]));
            } else if (words.length == 3 && words[0].equals("table")) {
                tables.add(new StoredTable(words[1], List.of(words[2].split(",", -1))));
            } else {
                throw new RefusedException("the backup is damaged: its header has the line \"" + line + "\"");
            }
        }
        return new ArchiveHeader(schema, months, tables);
    }

    private static LocalDate month(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new RefusedException("the backup is damaged: \"" + text + "\" is no month");
        }
    }
}
