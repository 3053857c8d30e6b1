package io.dawsos.persistence.pricing;

import io.dawsos.domain.ledger.Security;
import io.dawsos.domain.ledger.SecurityId;
import io.dawsos.domain.pricing.CurrencyPair;
import io.dawsos.domain.pricing.ObservationSink;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/** Streams observations into staging tables by COPY, and hashes them on the way. */
final class CopySink implements ObservationSink, AutoCloseable {

    private static final int UNBUFFERED = 1;

    private final Handle handle;
    private final MessageDigest digest = Revisions.sha256();
    private final Lane<UUID> prices = new Lane<>();
    private final Lane<CurrencyPair> rates = new Lane<>();
    private final Lane<String> macro = new Lane<>();
    private final List<Security> described = new ArrayList<>();
    private final Map<Kind, Lane<?>> lanes = new EnumMap<>(Kind.class);
    private final StringBuilder line = new StringBuilder(128);
    private long offered;
    private int newestDay = Integer.MIN_VALUE;
    private @Nullable Kind current;
    private @Nullable PGCopyOutputStream copy;

    CopySink(Handle handle) {
        this.handle = handle;
    }

    @Override
    public void security(Security security) {
        described.add(security);
        digest.update(security.toString().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void price(SecurityId security, LocalDate date, BigDecimal close) {
        int day = seen(date);
        add(Kind.PRICE, prices, security.value(), day, security.value().toString(), date, close);
    }

    @Override
    public void rate(CurrencyPair pair, LocalDate date, BigDecimal rate) {
        int day = seen(date);
        add(Kind.RATE, rates, pair, day, pair.toString(), date, rate);
    }

    @Override
    public void macro(String series, LocalDate date, BigDecimal value) {
        add(Kind.MACRO, macro, series, Math.toIntExact(date.toEpochDay()), escaped(series), date, value);
    }

    private int seen(LocalDate date) {
        int day = Math.toIntExact(date.toEpochDay());
        newestDay = Math.max(newestDay, day);
        return day;
    }

    private <S> void add(
            Kind kind, Lane<S> lane, S subject, int day, String subjectText, LocalDate date, BigDecimal value) {
        if (lanes.put(kind, lane) == null) {
            inDatabase(() -> {
                finishCopy();
                kind.createStaging(handle);
            });
        }
        offered++;
        line.setLength(0);
        line.append(subjectText).append('\t').append(date).append('\t').append(value.toPlainString());
        line.append('\t').append(offered).append('\n');
        byte[] bytes = Lane.encoded(line);
        digest.update(bytes);
        lane.add(subject, day, bytes);
        if (lane.isFull()) {
            inDatabase(() -> send(kind, lane));
        }
    }

    private void send(Kind kind, Lane<?> lane) throws SQLException {
        PGCopyOutputStream running = copy;
        if (running == null || current != kind) {
            finishCopy();
            running =
                    new PGCopyOutputStream(handle.getConnection().unwrap(PGConnection.class), kind.copy(), UNBUFFERED);
            copy = running;
            current = kind;
        }
        running.writeToCopy(lane.bytes(), 0, lane.size());
        lane.clear();
    }

    private void finishCopy() throws SQLException {
        PGCopyOutputStream running = copy;
        if (running != null) {
            running.endCopy();
            copy = null;
        }
    }

    /** Sends what is left, so that all rows are staged. */
    void finish() {
        inDatabase(() -> {
            for (Map.Entry<Kind, Lane<?>> lane : lanes.entrySet()) {
                if (lane.getValue().hasRows()) {
                    send(lane.getKey(), lane.getValue());
                }
            }
            finishCopy();
        });
    }

    /** Cancels a COPY that still runs because the feed failed. */
    @Override
    public void close() throws SQLException {
        PGCopyOutputStream running = copy;
        copy = null;
        if (running != null && running.isActive()) {
            running.cancelCopy();
        }
    }

    long offered() {
        return offered;
    }

    /** The securities that were described. */
    List<Security> described() {
        return List.copyOf(described);
    }

    /** The securities that have prices and were not described: these must be known. */
    Set<UUID> undescribed() {
        Set<UUID> others = new HashSet<>(prices.subjects());
        described.forEach(security -> others.remove(security.id().value()));
        return others;
    }

    /** The kinds of observations that came. */
    Map<Kind, Lane<?>> lanes() {
        return Collections.unmodifiableMap(lanes);
    }

    Optional<LocalDate> newest() {
        return newestDay == Integer.MIN_VALUE ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(newestDay));
    }

    String contentHash() {
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }

    @FunctionalInterface
    private interface DatabaseWork {
        void run() throws SQLException;
    }

    /** The port's methods declare no exception of the database; the gateway finds it by its cause. */
    private static void inDatabase(DatabaseWork work) {
        try {
            work.run();
        } catch (SQLException e) {
            throw new CopyException(e);
        }
    }

    /** A fault of the database while observations were pushed. */
    private static final class CopyException extends RuntimeException {
        CopyException(SQLException cause) {
            super(cause);
        }
    }
}
