package io.dawsos.persistence.pricing;

import io.dawsos.domain.ledger.Security;
import io.dawsos.domain.ledger.SecurityId;
import io.dawsos.domain.pricing.CurrencyPair;
import io.dawsos.domain.pricing.ObservationSink;
import io.dawsos.persistence.pricing.StagedBatch.Kind;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/** Streams observations into the staging tables by COPY, and hashes them on the way. */
final class CopySink implements ObservationSink, AutoCloseable {

    private static final int BUFFER = 1 << 16;

    private final PGConnection connection;
    private final MessageDigest digest = Revisions.sha256();
    private final Map<Kind, Long> offered = new EnumMap<>(Kind.class);
    private final List<Security> securities = new ArrayList<>();
    private final StringBuilder line = new StringBuilder(128);
    private long total;
    private @Nullable LocalDate newest;
    private @Nullable Kind current;
    private @Nullable OutputStream stream;

    CopySink(Connection connection) throws SQLException {
        this.connection = connection.unwrap(PGConnection.class);
    }

    @Override
    public void security(Security security) {
        securities.add(security);
        digest.update(security.toString().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void price(SecurityId security, LocalDate date, BigDecimal close) {
        seen(date);
        write(Kind.PRICE, security.value().toString(), date, close);
    }

    @Override
    public void rate(CurrencyPair pair, LocalDate date, BigDecimal rate) {
        seen(date);
        write(Kind.RATE, pair.toString(), date, rate);
    }

    @Override
    public void macro(String series, LocalDate date, BigDecimal value) {
        write(Kind.MACRO, escaped(series), date, value);
    }

    private void seen(LocalDate date) {
        if (newest == null || date.isAfter(newest)) {
            newest = date;
        }
    }

    private void write(Kind kind, String subject, LocalDate date, BigDecimal value) {
        total++;
        offered.merge(kind, 1L, Long::sum);
        line.setLength(0);
        line.append(subject)
                .append('\t')
                .append(date)
                .append('\t')
                .append(value.toPlainString())
                .append('\t');
        line.append(total).append('\n');
        byte[] bytes = line.toString().getBytes(StandardCharsets.UTF_8);
        digest.update(bytes);
        try {
            streamOf(kind).write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private OutputStream streamOf(Kind kind) throws IOException {
        OutputStream open = stream;
        if (open != null && current == kind) {
            return open;
        }
        finish();
        try {
            OutputStream fresh = new PGCopyOutputStream(connection, "copy " + kind.staging() + " from stdin", BUFFER);
            current = kind;
            stream = fresh;
            return fresh;
        } catch (SQLException e) {
            throw new IOException("can't copy observations", e);
        }
    }

    /** Ends the COPY that runs, so that its rows are there. */
    void finish() {
        OutputStream open = stream;
        stream = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Cancels a COPY that still runs because the feed failed. */
    @Override
    public void close() throws SQLException {
        if (stream instanceof PGCopyOutputStream open && open.isActive()) {
            open.cancelCopy();
        }
        stream = null;
    }

    List<Security> securities() {
        return List.copyOf(securities);
    }

    long offered() {
        return total;
    }

    long offered(Kind kind) {
        return offered.getOrDefault(kind, 0L);
    }

    Optional<LocalDate> newest() {
        return Optional.ofNullable(newest);
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
}
