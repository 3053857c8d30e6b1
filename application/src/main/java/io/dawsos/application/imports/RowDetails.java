package io.dawsos.application.imports;

import io.dawsos.domain.ledger.LotChoice;
import io.dawsos.domain.ledger.StatedRate;
import io.dawsos.domain.ledger.TransactionDetails;
import io.dawsos.domain.ledger.TransactionType;
import io.dawsos.domain.money.CurrencyCode;
import io.dawsos.domain.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The rarer columns of a file of transactions. */
final class RowDetails {

    static final Set<String> COLUMNS = Set.of(
            "other_symbol",
            "received",
            "received_currency",
            "fraction",
            "gross",
            "gross_currency",
            "fx_rate",
            "fx_currency",
            "acquired",
            "lots");

    private static final String LOTS_HINT = "lots as the lots of the portfolio are listed, such as ID/0:12.5";

    private RowDetails() {}

    /** Reads the rarer fields, without the other security, whose symbol has yet to be looked up. */
    static TransactionDetails read(RowFields row, TransactionType type) {
        Optional<BigDecimal> fraction = row.notNegative("fraction");
        if (fraction.filter(part -> part.compareTo(BigDecimal.ONE) > 0).isPresent()) {
            row.refuse("fraction", "more than 1", "the part of the cost that goes elsewhere, 0 to 1");
        }
        if (type == TransactionType.SPIN_OFF && row.text("fraction").isEmpty()) {
            row.refuse("fraction", "the value is missing", "the part of the cost that goes to other_symbol, 0 to 1");
        }
        Optional<BigDecimal> rate = row.text("fx_rate").isPresent() ? row.needPositive("fx_rate") : Optional.empty();
        Optional<CurrencyCode> rateCurrency =
                rate.isPresent() ? row.needCurrency("fx_currency") : row.currency("fx_currency");
        return new TransactionDetails(
                Optional.empty(),
                money(row, "received", "received_currency", type == TransactionType.FX_CONVERSION),
                fraction,
                money(row, "gross", "gross_currency", false),
                rateCurrency.flatMap(currency -> rate.map(value -> new StatedRate(currency, value))),
                acquired(row),
                Optional.empty(),
                lots(row));
    }

    private static Optional<Money> money(RowFields row, String column, String currencyColumn, boolean needed) {
        if (!needed && row.text(column).isEmpty()) {
            return Optional.empty();
        }
        Optional<BigDecimal> amount = row.needPositive(column);
        Optional<CurrencyCode> currency = row.needCurrency(currencyColumn);
        return amount.flatMap(value -> currency.map(code -> Money.of(value, code)));
    }

    private static Optional<LocalDate> acquired(RowFields row) {
        try {
            return row.text("acquired").map(LocalDate::parse);
        } catch (DateTimeParseException e) {
            row.refuse("acquired", "not a date", "a date such as 2026-11-25");
            return Optional.empty();
        }
    }

    private static List<LotChoice> lots(RowFields row) {
        try {
            return row.text("lots").map(TransactionDetails::lots).orElse(List.of());
        } catch (IllegalArgumentException e) {
            row.refuse("lots", "not a list of lots with quantities", LOTS_HINT);
            return List.of();
        }
    }
}
