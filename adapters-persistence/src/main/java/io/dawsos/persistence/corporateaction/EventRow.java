package io.dawsos.persistence.corporateaction;

import io.dawsos.domain.corporateaction.Announcement;
import io.dawsos.domain.corporateaction.CorporateEvent;
import io.dawsos.domain.ledger.SecurityId;
import io.dawsos.domain.money.CurrencyCode;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** An event as one row: the columns of all kinds, those of other kinds empty. */
final class EventRow {

    static final String COLUMNS =
            "security_id, date, kind, label, in_force, amount, currency, recorded, paid, declared, new_units,"
                    + " old_units, earnings, earnings_estimate, revenue, revenue_estimate, time_of_day";

    static final String PARAMETERS =
            ":security_id, :date, :kind, :label, :in_force, :amount, :currency, :recorded, :paid, :declared, :new_units,"
                    + " :old_units, :earnings, :earnings_estimate, :revenue, :revenue_estimate, :time_of_day";

    private EventRow() {}

    static void bind(SqlStatement<?> statement, Announcement announcement) {
        CorporateEvent event = announcement.event();
        statement
                .bind("security_id", event.security().value())
                .bind("date", event.date())
                .bind("label", event.label())
                .bind("in_force", announcement.inForce());
        Optional<CorporateEvent.Dividend> dividend = as(event, CorporateEvent.Dividend.class);
        Optional<CorporateEvent.Split> split = as(event, CorporateEvent.Split.class);
        Optional<CorporateEvent.Earnings> earnings = as(event, CorporateEvent.Earnings.class);
        statement.bind("kind", dividend.isPresent() ? "DIVIDEND" : split.isPresent() ? "SPLIT" : "EARNINGS");
        bind(statement, "amount", dividend.map(CorporateEvent.Dividend::amount), BigDecimal.class);
        bind(statement, "currency", dividend.map(found -> found.currency().code()), String.class);
        bind(statement, "recorded", dividend.flatMap(CorporateEvent.Dividend::recorded), LocalDate.class);
        bind(statement, "paid", dividend.flatMap(CorporateEvent.Dividend::paid), LocalDate.class);
        bind(statement, "declared", dividend.flatMap(CorporateEvent.Dividend::declared), LocalDate.class);
        bind(statement, "new_units", split.map(CorporateEvent.Split::newUnits), BigDecimal.class);
        bind(statement, "old_units", split.map(CorporateEvent.Split::oldUnits), BigDecimal.class);
        bind(statement, "earnings", earnings.flatMap(CorporateEvent.Earnings::perShare), BigDecimal.class);
        bind(
                statement,
                "earnings_estimate",
                earnings.flatMap(CorporateEvent.Earnings::perShareEstimate),
                BigDecimal.class);
        bind(statement, "revenue", earnings.flatMap(CorporateEvent.Earnings::revenue), BigDecimal.class);
        bind(
                statement,
                "revenue_estimate",
                earnings.flatMap(CorporateEvent.Earnings::revenueEstimate),
                BigDecimal.class);
        bind(statement, "time_of_day", earnings.flatMap(CorporateEvent.Earnings::time), String.class);
    }

    private static <E extends CorporateEvent> Optional<E> as(CorporateEvent event, Class<E> kind) {
        return kind.isInstance(event) ? Optional.of(kind.cast(event)) : Optional.empty();
    }

    private static <V> void bind(SqlStatement<?> statement, String name, Optional<V> value, Class<V> type) {
        statement.bindByType(name, value.orElse(null), type);
    }

    static Announcement read(ResultSet row) throws SQLException {
        SecurityId security = new SecurityId(row.getObject("security_id", UUID.class));
        LocalDate date = row.getObject("date", LocalDate.class);
        String label = row.getString("label");
        CorporateEvent event = switch (row.getString("kind")) {
            case "DIVIDEND" ->
                new CorporateEvent.Dividend(
                        security,
                        date,
                        label,
                        row.getBigDecimal("amount"),
                        CurrencyCode.of(row.getString("currency")),
                        day(row, "recorded"),
                        day(row, "paid"),
                        day(row, "declared"));
            case "SPLIT" ->
                new CorporateEvent.Split(
                        security, date, label, row.getBigDecimal("new_units"), row.getBigDecimal("old_units"));
            default ->
                new CorporateEvent.Earnings(
                        security,
                        date,
                        label,
                        number(row, "earnings"),
                        number(row, "earnings_estimate"),
                        number(row, "revenue"),
                        number(row, "revenue_estimate"),
                        Optional.ofNullable(row.getString("time_of_day")));
        };
        return new Announcement(event, row.getBoolean("in_force"));
    }

    private static Optional<LocalDate> day(ResultSet row, String column) throws SQLException {
        @Nullable LocalDate day = row.getObject(column, LocalDate.class);
        return Optional.ofNullable(day);
    }

    private static Optional<BigDecimal> number(ResultSet row, String column) throws SQLException {
        @Nullable BigDecimal number = row.getBigDecimal(column);
        return Optional.ofNullable(number);
    }
}
