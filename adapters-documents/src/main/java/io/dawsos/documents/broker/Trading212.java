package io.dawsos.documents.broker;

import io.dawsos.application.imports.StatementSink;
import io.dawsos.documents.statement.CsvDialect;
import io.dawsos.documents.statement.CsvHeader;
import io.dawsos.documents.statement.CsvRow;
import io.dawsos.documents.statement.Dates;
import io.dawsos.documents.statement.Draft;
import io.dawsos.documents.statement.Numbers;
import io.dawsos.documents.statement.Numbers.Decimal;
import io.dawsos.domain.imports.ImportMapping;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The history that Trading 212 exports. Totals are in the currency of the account and hold all costs. */
final class Trading212 implements CsvDialect {

    private static final Pattern TOTAL_IN = Pattern.compile("total \\(([a-z]{3})\\)");
    private static final List<String> FEES =
            List.of("Currency conversion fee", "Transaction fee", "Finra fee", "Charge amount");
    private static final List<String> TAXES =
            List.of("Stamp duty reserve tax", "Stamp duty", "French transaction tax", "PTM levy");

    @Override
    public String format() {
        return "trading212";
    }

    @Override
    public String title() {
        return "Trading 212 history (CSV)";
    }

    @Override
    public boolean recognizes(CsvHeader header) {
        return header.has("Action", "Time", "ISIN", "Ticker", "No. of shares", "Price / share");
    }

    @Override
    public Rows rows(CsvHeader header, ImportMapping mapping, StatementSink sink) {
        return new Reading(header, sink);
    }

    private static final class Reading implements Rows {

        private final StatementSink sink;
        private final String totalColumn;
        private final String accountCurrency;
        private final Map<String, CsvRow> closed = new HashMap<>();

        Reading(CsvHeader header, StatementSink sink) {
            this.sink = sink;
            String column = "Total";
            String currency = "";
            for (String key : header.keys()) {
                Matcher match = TOTAL_IN.matcher(key);
                if (match.matches()) {
                    column = key;
                    currency = match.group(1).toUpperCase(Locale.ROOT);
                }
            }
            this.totalColumn = column;
            this.accountCurrency = currency;
        }

        @Override
        public void take(CsvRow row) {
            String action = row.text("Action");
            String word = action.toLowerCase(Locale.ROOT);
            Draft draft = draft(row).with("note", row.text("Notes"));
            if (word.endsWith(" buy") || word.endsWith(" sell")) {
                trade(row, draft.type(word.endsWith(" buy") ? "BUY" : "SELL"));
            } else if (word.startsWith("dividend")) {
                dividend(row, draft.type("DIVIDEND"));
            } else if (word.equals("deposit") || word.equals("withdrawal")) {
                BigDecimal total = row.orZero(Decimal.POINT, totalColumn);
                boolean in = word.equals("deposit");
                sink.row(cash(row, draft.type(in ? "DEPOSIT" : "WITHDRAWAL"))
                        .with("amount", in ? total : total.abs())
                        .row());
            } else if (word.contains("interest")) {
                sink.row(cash(row, draft.type("INTEREST")).row());
            } else if (word.equals("result adjustment") || word.contains("cashback")) {
                sink.row(cash(row, draft.type("OTHER_INCOME")).row());
            } else if (word.equals("stock distribution")) {
                sink.row(security(row, draft.type("BUY"))
                        .with("amount", "0")
                        .with("currency", currency(row))
                        .row());
            } else if (word.equals("transfer in") || word.equals("transfer out")) {
                sink.row(security(row, draft.type(word.equals("transfer in") ? "TRANSFER_IN" : "TRANSFER_OUT"))
                        .with("currency", currency(row))
                        .row());
            } else if (word.equals("stock split close")) {
                closed.put(row.text("ISIN"), row);
            } else if (word.equals("stock split open")) {
                split(row, draft);
            } else {
                sink.row(cash(row, draft.type(action)).row());
            }
        }

        private Draft draft(CsvRow row) {
            return new Draft(row.line()).on(Dates.read(row.text("Time"), Dates.Order.DAY_FIRST));
        }

        private String currency(CsvRow row) {
            return accountCurrency.isEmpty() ? row.text("Currency (Total)") : accountCurrency;
        }

        private Draft cash(CsvRow row, Draft draft) {
            return draft.with("amount", Numbers.text(row.text(totalColumn), Decimal.POINT))
                    .with("currency", currency(row));
        }

        private static Draft security(CsvRow row, Draft draft) {
            return draft.with("isin", row.text("ISIN"))
                    .with("symbol", row.text("Ticker"))
                    .with("name", row.text("Name"))
                    .with("quantity", Numbers.text(row.text("No. of shares"), Decimal.POINT))
                    .with("price", Numbers.text(row.text("Price / share"), Decimal.POINT))
                    .with("price_currency", row.text("Currency (Price / share)"));
        }

        private void trade(CsvRow row, Draft draft) {
            String currency = currency(row);
            sink.row(cash(row, security(row, draft))
                    .unlessZero("fee", costs(row, FEES, currency))
                    .unlessZero("tax", costs(row, TAXES, currency))
                    .row());
        }

        /** The costs in the currency of the account; those in another can't be parts of the total. */
        private static BigDecimal costs(CsvRow row, List<String> columns, String currency) {
            BigDecimal sum = BigDecimal.ZERO;
            for (String column : columns) {
                String inHeader = column + " (" + currency + ")";
                if (row.text("Currency (" + column + ")").equals(currency)) {
                    sum = sum.add(row.orZero(Decimal.POINT, column).abs());
                } else if (!column.equals("Charge amount")) {
                    sum = sum.add(row.orZero(Decimal.POINT, inHeader).abs());
                }
            }
            return sum;
        }

        private void dividend(CsvRow row, Draft draft) {
            String currency = currency(row);
            BigDecimal withheld = row.orZero(Decimal.POINT, "Withholding tax");
            String of = row.text("Currency (Withholding tax)");
            Draft paid = draft.with("isin", row.text("ISIN"))
                    .with("symbol", row.text("Ticker"))
                    .with("name", row.text("Name"))
                    .with("price_currency", row.text("Currency (Price / share)"));
            if (of.equals(currency)) {
                paid.unlessZero("tax", withheld);
            } else if (withheld.signum() != 0) {
                paid.with("note", "withholding tax " + Numbers.text(withheld) + " " + of);
            }
            sink.row(cash(row, paid).row());
        }

        private void split(CsvRow row, Draft draft) {
            CsvRow before = closed.remove(row.text("ISIN"));
            Draft split = draft.type("SPLIT")
                    .with("isin", row.text("ISIN"))
                    .with("symbol", row.text("Ticker"))
                    .with("name", row.text("Name"));
            if (before == null) {
                sink.row(split.refused(
                        "Action", row.text("Action"), "the other half of the split is missing", "export both rows"));
                return;
            }
            sink.row(split.with("ratio_new", Numbers.text(row.text("No. of shares"), Decimal.POINT))
                    .with("ratio_old", Numbers.text(before.text("No. of shares"), Decimal.POINT))
                    .row());
        }

        @Override
        public void end() {
            closed.values()
                    .forEach(row -> sink.row(draft(row)
                            .type("SPLIT")
                            .with("symbol", row.text("Ticker"))
                            .refused(
                                    "Action",
                                    row.text("Action"),
                                    "the other half of the split is missing",
                                    "export both rows")));
        }
    }
}
