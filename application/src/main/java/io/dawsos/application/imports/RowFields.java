package io.dawsos.application.imports;

import io.dawsos.application.imports.TableReader.Row;
import io.dawsos.domain.money.CurrencyCode;
import io.dawsos.domain.money.QuotationUnit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The fields of one row, read by type; what can't be read joins the problems and is absent. */
final class RowFields {

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?");
    private static final Pattern SHORT_YEAR = Pattern.compile("\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{1,2}");
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final int DIGITS = 38;
    private static final int DECIMALS = 18;
    private static final int LONGEST_TEXT = 1000;

    private final Problems problems;
    private final long line;
    private final Function<String, Optional<String>> values;

    RowFields(Problems problems, Map<String, Integer> columns, Row row) {
        this(
                problems,
                row.line(),
                column -> Optional.ofNullable(columns.get(column))
                        .map(index -> row.values().get(index)));
    }

    /** The fields of a row whose values are found by column; absent ones are empty. */
    RowFields(Problems problems, long line, Function<String, Optional<String>> values) {
        this.problems = problems;
        this.line = line;
        this.values = values;
    }

    long line() {
        return line;
    }

    /** Adds a problem of a field. */
    void refuse(String column, String reason, String hint) {
        problems.add(line, column, text(column).orElse(""), reason, hint);
    }

    /** The text of a field without surrounding spaces; empty if it is blank or the file lacks the column. */
    Optional<String> text(String column) {
        return values.apply(column).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** A text that is not too long and holds no control characters. */
    Optional<String> plainText(String column) {
        Optional<String> text = text(column);
        if (text.filter(value -> value.length() > LONGEST_TEXT).isPresent()) {
            refuse(column, "longer than " + LONGEST_TEXT + " characters", "shorten it");
            return Optional.empty();
        }
        if (text.filter(value -> value.chars().anyMatch(Character::isISOControl))
                .isPresent()) {
            refuse(column, "holds a control character", "remove it");
            return Optional.empty();
        }
        return text;
    }

    Optional<String> needText(String column) {
        Optional<String> text = plainText(column);
        if (text(column).isEmpty()) {
            refuse(column, "the value is missing", "fill it in");
        }
        return text;
    }

    Optional<LocalDate> needDate(LocalDate latest) {
        if (text("date").isEmpty()) {
            refuse("date", "the value is missing", "a date such as 2026-11-25");
        }
        return date("date", latest);
    }

    Optional<LocalDate> date(String column, LocalDate latest) {
        Optional<String> text = text(column);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (SHORT_YEAR.matcher(text.get()).matches()) {
            refuse(column, "the year has two digits", "write all four: a date such as 2026-11-25");
            return Optional.empty();
        }
        LocalDate date;
        try {
            date = LocalDate.parse(text.get());
        } catch (DateTimeParseException e) {
            refuse(column, "not a date", "a date such as 2026-11-25");
            return Optional.empty();
        }
        if (date.isBefore(EARLIEST) || date.isAfter(latest)) {
            refuse(column, "outside of " + EARLIEST + " to " + latest, "check the year");
            return Optional.empty();
        }
        return Optional.of(date);
    }

    /** A plain decimal number with a point, without thousands separators or exponent. */
    Optional<BigDecimal> number(String column) {
        Optional<String> text = text(column);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (text.get().length() > DIGITS + 2 || !NUMBER.matcher(text.get()).matches()) {
            refuse(
                    column,
                    "not a number",
                    "digits with a decimal point, at most " + DIGITS + " of them, such as -1234.56");
            return Optional.empty();
        }
        BigDecimal number = new BigDecimal(text.get());
        if (number.scale() > DECIMALS) {
            refuse(column, "more than " + DECIMALS + " decimals", "round it");
            return Optional.empty();
        }
        return Optional.of(number);
    }

    Optional<BigDecimal> needNumber(String column) {
        if (text(column).isEmpty()) {
            refuse(column, "the value is missing", "a number such as 12.5");
        }
        return number(column);
    }

    Optional<BigDecimal> needPositive(String column) {
        Optional<BigDecimal> number = needNumber(column);
        if (number.filter(value -> value.signum() <= 0).isPresent()) {
            refuse(column, "not more than 0", "a number greater than 0; the type says the direction");
            return Optional.empty();
        }
        return number;
    }

    Optional<BigDecimal> notNegative(String column) {
        Optional<BigDecimal> number = number(column);
        if (number.filter(value -> value.signum() < 0).isPresent()) {
            refuse(column, "less than 0", "0 or a number greater than 0");
            return Optional.empty();
        }
        return number;
    }

    Optional<CurrencyCode> currency(String column) {
        Optional<String> text = text(column);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<CurrencyCode> currency = CurrencyCode.parse(text.get());
        if (currency.isEmpty()) {
            refuse(column, "unknown currency", "an ISO 4217 code in capitals, such as USD");
        }
        return currency;
    }

    Optional<CurrencyCode> needCurrency(String column) {
        if (text(column).isEmpty()) {
            refuse(column, "the value is missing", "an ISO 4217 code in capitals, such as USD");
        }
        return currency(column);
    }

    /** A currency, or a hundredth of one such as GBX. */
    Optional<QuotationUnit> unit(String column) {
        Optional<String> text = text(column);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<QuotationUnit> unit = QuotationUnit.parse(text.get());
        if (unit.isEmpty()) {
            refuse(column, "unknown currency", "an ISO 4217 code in capitals, such as USD");
        }
        return unit;
    }

    Optional<QuotationUnit> needUnit(String column) {
        if (text(column).isEmpty()) {
            refuse(column, "the value is missing", "an ISO 4217 code in capitals, such as USD");
        }
        return unit(column);
    }
}
