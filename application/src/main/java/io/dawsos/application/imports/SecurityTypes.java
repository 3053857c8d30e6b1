package io.dawsos.application.imports;

import io.dawsos.domain.ledger.SecurityType;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Reads types of securities from files. */
final class SecurityTypes {

    private SecurityTypes() {}

    /** The type that a field names; empty if the field is, or if it names none, which joins the problems. */
    static Optional<SecurityType> read(RowFields row, String column) {
        Optional<String> text = row.plainText(column).map(value -> value.toUpperCase(Locale.ROOT));
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<SecurityType> type = Arrays.stream(SecurityType.values())
                .filter(value -> value.name().equals(text.get()))
                .findFirst();
        if (type.isEmpty()) {
            row.refuse(column, "unknown type of security", "one of equity, fund, bond, commodity, crypto, other");
        }
        return type;
    }
}
