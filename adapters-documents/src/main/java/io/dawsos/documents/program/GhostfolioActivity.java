package io.dawsos.documents.program;

import io.dawsos.application.imports.StatementRow;
import io.dawsos.documents.statement.Dates;
import io.dawsos.documents.statement.Dates.When;
import io.dawsos.documents.statement.Draft;
import io.dawsos.documents.statement.Numbers;
import io.dawsos.documents.statement.Numbers.Decimal;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An activity of Ghostfolio, from either of its forms. Amounts are units times price; a fee comes on top of a purchase and off
 * the rest.
 */
record GhostfolioActivity(
        long line,
        String date,
        String symbol,
        String source,
        String currency,
        String price,
        String quantity,
        String type,
        String fee,
        String note) {

    private static final Set<String> SOURCES = Set.of(
            "ALPHA_VANTAGE",
            "COINGECKO",
            "EOD_HISTORICAL_DATA",
            "FINANCIAL_MODELING_PREP",
            "GHOSTFOLIO",
            "GOOGLE_SHEETS",
            "MANUAL",
            "RAPID_API",
            "YAHOO");
    private static final Pattern SYMBOL = Pattern.compile("[\\p{L}\\p{N} .:=^&'_+/-]+");
    private static final Pattern PAIR = Pattern.compile("[A-Z0-9]{2,10}-(USD|EUR|GBP|CHF|JPY|CAD|AUD)");
    private static final String EARLIEST = "1970-01-01";
    private static final String EURO = "1999-01-01";
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    StatementRow row(Draft draft) {
        When when = Dates.read(date, Dates.Order.DAY_FIRST);
        String word = type.strip().toUpperCase(Locale.ROOT);
        draft.on(when)
                .type(word)
                .with("currency", currency)
                .with("symbol", symbol)
                .with("note", note)
                .with("fee", Numbers.text(fee, Decimal.POINT));
        if (!source.isEmpty() && !SOURCES.contains(source)) {
            return draft.refused("dataSource", source, "unknown data source", "one of " + String.join(", ", SOURCES));
        }
        if (DATE.matcher(when.date()).matches() && when.date().compareTo(EARLIEST) < 0) {
            return draft.refused("date", when.date(), "before " + EARLIEST, "the format begins there; check the year");
        }
        if (currency.equals("EUR")
                && DATE.matcher(when.date()).matches()
                && when.date().compareTo(EURO) < 0) {
            return draft.refused(
                    "currency",
                    currency,
                    "no exchange rate: there was no EUR before " + EURO,
                    "state the currency of that time");
        }
        return switch (word) {
            case "FEE", "INTEREST", "ITEM", "LIABILITY" -> cash(draft, word);
            default -> ofSecurity(draft, word);
        };
    }

    private BigDecimal gross() {
        return Numbers.parse(quantity, Decimal.POINT)
                .flatMap(units -> Numbers.parse(price, Decimal.POINT).map(units::multiply))
                .orElse(BigDecimal.ZERO);
    }

    private BigDecimal costs() {
        return Numbers.parse(fee, Decimal.POINT).orElse(BigDecimal.ZERO);
    }

    private StatementRow cash(Draft draft, String word) {
        Draft cash = new Draft(line)
                .on(Dates.read(date, Dates.Order.DAY_FIRST))
                .type(word)
                .with("currency", currency)
                .with("note", note.isEmpty() ? draft.get("name").isEmpty() ? symbol : draft.get("name") : note);
        if (word.equals("FEE")) {
            return Numbers.parse(fee, Decimal.POINT).isEmpty()
                    ? cash.with("amount", fee).row()
                    : cash.with("amount", gross().add(costs())).row();
        }
        if (word.equals("INTEREST")) {
            return cash.with("amount", gross().subtract(costs())).row();
        }
        return cash.refused(
                "type", type, word + " is no transaction of a ledger", "leave it out, or enter what was paid");
    }

    private StatementRow ofSecurity(Draft draft, String word) {
        if (!SYMBOL.matcher(symbol).matches()) {
            return draft.refused("symbol", symbol, "not a symbol", "a symbol such as MSFT");
        }
        if (PAIR.matcher(symbol).matches()) {
            return draft.refused(
                    "symbol",
                    symbol,
                    "unknown symbol: this format writes pairs without a hyphen",
                    "write " + symbol.replace("-", ""));
        }
        draft.with("quantity", Numbers.text(quantity, Decimal.POINT));
        if (word.equals("DIVIDEND")) {
            return draft.with("amount", gross().subtract(costs())).row();
        }
        return draft.with("price", Numbers.text(price, Decimal.POINT)).row();
    }
}
