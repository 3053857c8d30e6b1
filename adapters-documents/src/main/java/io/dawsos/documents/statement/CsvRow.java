package io.dawsos.documents.statement;

import io.dawsos.documents.statement.Numbers.Decimal;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A row of a table.
 *
 * @param line where it begins, from 1
 */
public record CsvRow(long line, CsvHeader header, List<String> values) {

    /** The value of the first of some columns that is there; empty text if none is. */
    public String text(String... columns) {
        for (String column : columns) {
            int place = header.place(column);
            if (place >= 0) {
                return at(place);
            }
        }
        return "";
    }

    /** The value of a place, from 0; empty text if the row is shorter. */
    public String at(int place) {
        return place >= 0 && place < values.size() ? values.get(place).strip() : "";
    }

    /** The number of a column; empty if there is none. */
    public Optional<BigDecimal> number(Decimal decimal, String... columns) {
        return Numbers.parse(text(columns), decimal);
    }

    /** The number of a column; 0 if there is none. */
    public BigDecimal orZero(Decimal decimal, String... columns) {
        return number(decimal, columns).orElse(BigDecimal.ZERO);
    }

    /** Whether every value is empty. */
    public boolean blank() {
        return values.stream().allMatch(String::isBlank);
    }
}
