package io.dawsos.documents.broker;

import io.dawsos.application.imports.StatementSink;
import io.dawsos.documents.broker.DegiroWords.Topic;
import io.dawsos.documents.statement.CsvDialect;
import io.dawsos.documents.statement.CsvRow;
import io.dawsos.documents.statement.Dates;
import io.dawsos.documents.statement.Draft;
import io.dawsos.documents.statement.Numbers;
import io.dawsos.documents.statement.Numbers.Decimal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;

/** Puts the rows together that Degiro books for one thing: a trade with its costs, a dividend with its tax, a conversion. */
final class DegiroRows implements CsvDialect.Rows {

    private static final int NEAR = 200;

    private final StatementSink sink;
    private final List<Booking> bookings = new ArrayList<>();
    private final BitSet used = new BitSet();

    DegiroRows(StatementSink sink) {
        this.sink = sink;
    }

    /** A row. Time and order tell which rows belong together. */
    private record Booking(
            int index,
            CsvRow row,
            String isin,
            String text,
            String currency,
            String amount,
            String order,
            Topic topic) {

        BigDecimal number() {
            return Numbers.parse(amount, Decimal.COMMA).orElse(BigDecimal.ZERO);
        }

        String moment() {
            return row.at(0) + " " + row.at(1);
        }
    }

    @Override
    public void take(CsvRow row) {
        if (row.at(0).isEmpty() && row.at(5).isEmpty()) {
            // The rest of a long order number, on a line of its own.
            return;
        }
        String text = row.at(5);
        bookings.add(new Booking(
                bookings.size(), row, row.at(4), text, row.at(7), row.at(8), row.at(11), DegiroWords.topic(text)));
    }

    @Override
    public void end() {
        for (Booking booking : bookings) {
            if (booking.topic() != Topic.COSTS && booking.topic() != Topic.DIVIDEND_TAX) {
                whole(booking);
            }
        }
        bookings.stream().filter(booking -> !used.get(booking.index())).toList().forEach(this::alone);
    }

    private Draft draft(Booking booking) {
        return new Draft(booking.row().line()).on(Dates.read(booking.moment(), Dates.Order.DAY_FIRST));
    }

    private Draft security(Booking booking) {
        return draft(booking)
                .with("isin", booking.isin())
                .with("name", booking.row().at(3));
    }

    private void whole(Booking booking) {
        if (used.get(booking.index())) {
            return;
        }
        Matcher trade = DegiroWords.TRADE.matcher(booking.text());
        if (booking.topic() == Topic.PRODUCT_CHANGE) {
            sink.row(security(booking)
                    .type("MERGER")
                    .refused(
                            "description",
                            booking.text(),
                            "a change of product is two rows without a ratio",
                            "leave it out here and enter it as a MERGER of both securities"));
        } else if (trade.matches() && !booking.isin().isEmpty()) {
            trade(booking, trade);
        } else if (booking.topic() == Topic.DIVIDEND) {
            dividend(booking);
        } else if (booking.topic() == Topic.CONVERSION) {
            conversion(booking);
        } else {
            cash(booking);
        }
        used.set(booking.index());
    }

    /** A row near another one that belongs to it; rows of one thing stand near each other. */
    private Optional<Booking> other(Booking booking, Predicate<Booking> wanted) {
        int from = Math.max(0, booking.index() - NEAR);
        int to = Math.min(bookings.size(), booking.index() + NEAR + 1);
        return bookings.subList(from, to).stream()
                .filter(found -> found.index() != booking.index() && !used.get(found.index()))
                .filter(wanted)
                .findFirst();
    }

    private void trade(Booking booking, Matcher trade) {
        Draft draft = security(booking)
                .type(DegiroWords.sale(trade.group(1)) ? "SELL" : "BUY")
                .with("quantity", Numbers.text(trade.group(2), Decimal.COMMA))
                .with("price", Numbers.text(trade.group(3), Decimal.COMMA))
                .with("price_currency", trade.group(4))
                .with("currency", booking.currency());
        BigDecimal amount = booking.number();
        Optional<Booking> costs = booking.order().isEmpty()
                ? Optional.empty()
                : other(
                        booking,
                        found -> found.topic() == Topic.COSTS
                                && found.order().equals(booking.order())
                                && found.currency().equals(booking.currency()));
        if (costs.isPresent()) {
            used.set(costs.get().index());
            amount = amount.add(costs.get().number());
            draft.unlessZero("fee", costs.get().number().abs());
        }
        boolean sale = draft.get("type").equals("SELL");
        if (sale && booking.number().signum() < 0) {
            sink.row(draft.refused(
                    "change",
                    booking.amount(),
                    "a sale that takes cash: the move of a money market fund",
                    "leave it out, or enter what it cost as INTEREST"));
            return;
        }
        sink.row(draft.with("amount", sale ? amount : amount.negate()).row());
    }

    private void dividend(Booking booking) {
        Draft draft = security(booking).type("DIVIDEND").with("currency", booking.currency());
        BigDecimal amount = booking.number();
        Optional<Booking> tax = other(
                booking,
                found -> found.topic() == Topic.DIVIDEND_TAX
                        && found.isin().equals(booking.isin())
                        && found.currency().equals(booking.currency())
                        && found.row().at(2).equals(booking.row().at(2)));
        if (tax.isPresent()) {
            used.set(tax.get().index());
            amount = amount.add(tax.get().number());
            draft.with("tax", tax.get().number().abs());
        }
        sink.row(draft.with("amount", amount).row());
    }

    private void conversion(Booking booking) {
        boolean paid = booking.number().signum() < 0;
        Optional<Booking> other = other(
                booking,
                found -> found.topic() == Topic.CONVERSION
                        && found.number().signum() == -booking.number().signum()
                        && !found.currency().equals(booking.currency())
                        && found.moment().equals(booking.moment()));
        Draft draft = draft(booking).type("FX_CONVERSION");
        if (other.isEmpty()) {
            sink.row(draft.refused(
                    "description", booking.text(), "the other half of the conversion is missing", "export both rows"));
            return;
        }
        used.set(other.get().index());
        Booking from = paid ? booking : other.get();
        Booking to = paid ? other.get() : booking;
        sink.row(draft.with("amount", from.number().abs())
                .with("currency", from.currency())
                .with("received", to.number())
                .with("received_currency", to.currency())
                .row());
    }

    private void cash(Booking booking) {
        Draft draft = draft(booking)
                .with("amount", Numbers.text(booking.amount(), Decimal.COMMA))
                .with("currency", booking.currency())
                .with("note", booking.text());
        if (booking.topic() == Topic.INTERNAL || booking.amount().isEmpty()) {
            sink.row(draft.ignored("a move between accounts of the same broker"));
            return;
        }
        String type = switch (booking.topic()) {
            case DEPOSIT -> "DEPOSIT";
            case WITHDRAWAL -> "WITHDRAWAL";
            case INTEREST -> "INTEREST";
            case GIFT -> "OTHER_INCOME";
            case FEE -> "FEE";
            default -> booking.text();
        };
        sink.row(draft.type(type)
                .with("amount", type.equals("FEE") ? booking.number().negate() : booking.number())
                .row());
    }

    /** Costs or taxes whose trade or dividend is not in the file, or is in another currency. */
    private void alone(Booking booking) {
        boolean tax = booking.topic() == Topic.DIVIDEND_TAX;
        sink.row(draft(booking)
                .type(tax ? "TAX" : "FEE")
                .with("amount", booking.number().negate())
                .with("currency", booking.currency())
                .with("note", booking.text() + " " + booking.row().at(3))
                .row());
    }
}
