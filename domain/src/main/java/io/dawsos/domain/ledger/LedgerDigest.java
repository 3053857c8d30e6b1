package io.dawsos.domain.ledger;

import io.dawsos.domain.identity.UserId;
import io.dawsos.domain.money.Money;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The hash of a ledger commit: SHA-256 over a specified binary form, version 1 or 2.
 *
 * <p>The form is, in order: the version as one byte; the portfolio's identity; the parent hash; the sequence (8 bytes); the actor; the time in
 * microseconds since 1970 UTC (8 bytes); the note; the number of entries (4 bytes); then each entry. Integers are big-endian.
 * Text is NFC in UTF-8 after its length in bytes (4 bytes). A decimal is the text of its plain form without trailing zeros. An
 * absent value is the length -1. An entry is its type, date (ISO), security, quantity, price, amount, currency, fee, tax, new
 * units, old units and note, each as text, absent where the type has no such field.
 *
 * <p>Version 2 is used if an entry of the commit has one of the rarer fields. Each entry is then followed by their number
 * (4 bytes), and the name and text of each, in the order of the names.
 */
public final class LedgerDigest {

    private static final int PLAIN = 1;
    private static final int WITH_DETAILS = 2;

    private LedgerDigest() {}

    /** Makes the commit that adds entries to a chain, its hash included; the time is cut to microseconds. */
    public static LedgerCommit commit(
            PortfolioId portfolio,
            Optional<LedgerCommit> head,
            List<Transaction> transactions,
            UserId actor,
            Instant at,
            String note) {
        Optional<LedgerHash> parent = head.map(LedgerCommit::hash);
        long sequence = head.map(commit -> commit.sequence() + 1).orElse(0L);
        long firstEntry =
                head.map(commit -> commit.firstEntry() + commit.entryCount()).orElse(0L);
        Instant time = at.truncatedTo(ChronoUnit.MICROS);
        LedgerHash hash = hash(portfolio, parent, sequence, actor, time, note, transactions);
        return new LedgerCommit(hash, parent, sequence, firstEntry, transactions.size(), actor, time, note);
    }

    /** Gives the entries of a commit their places and identities. */
    public static List<LedgerEntry> entries(
            PortfolioId portfolio, LedgerCommit commit, List<Transaction> transactions) {
        return java.util.stream.IntStream.range(0, transactions.size())
                .mapToObj(i -> new LedgerEntry(
                        TransactionId.derived(portfolio, commit.parent(), i),
                        commit.firstEntry() + i,
                        transactions.get(i)))
                .toList();
    }

    /** Computes the hash of a commit from its parts. */
    public static LedgerHash hash(
            PortfolioId portfolio,
            Optional<LedgerHash> parent,
            long sequence,
            UserId actor,
            Instant at,
            String note,
            List<Transaction> transactions) {
        List<TransactionFields> entries =
                transactions.stream().map(TransactionFields::of).toList();
        boolean detailed = entries.stream().anyMatch(fields -> !fields.details().equals(TransactionDetails.NONE));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(detailed ? WITH_DETAILS : PLAIN);
            text(out, portfolio.value().toString());
            optional(out, parent.map(LedgerHash::hex));
            out.writeLong(sequence);
            text(out, actor.value().toString());
            out.writeLong(ChronoUnit.MICROS.between(Instant.EPOCH, at));
            text(out, note);
            out.writeInt(transactions.size());
            for (TransactionFields fields : entries) {
                entry(out, fields);
                if (detailed) {
                    details(out, fields.details().texts());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new LedgerHash(HexFormat.of().formatHex(sha256().digest(bytes.toByteArray())));
    }

    private static void entry(DataOutputStream out, TransactionFields fields) throws IOException {
        text(out, fields.type().name());
        text(out, fields.date().toString());
        optional(out, fields.security().map(id -> id.value().toString()));
        decimal(out, fields.quantity());
        decimal(out, fields.price());
        decimal(out, fields.amount().map(Money::amount));
        optional(out, fields.amount().map(money -> money.currency().code()));
        decimal(out, fields.fee());
        decimal(out, fields.tax());
        decimal(out, fields.newUnits());
        decimal(out, fields.oldUnits());
        text(out, fields.note());
    }

    private static void details(DataOutputStream out, Map<String, String> texts) throws IOException {
        out.writeInt(texts.size());
        for (Map.Entry<String, String> field : texts.entrySet()) {
            text(out, field.getKey());
            text(out, field.getValue());
        }
    }

    private static void decimal(DataOutputStream out, Optional<BigDecimal> value) throws IOException {
        optional(
                out,
                value.map(number ->
                        number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString()));
    }

    private static void optional(DataOutputStream out, Optional<String> value) throws IOException {
        if (value.isEmpty()) {
            out.writeInt(-1);
        } else {
            text(out, value.get());
        }
    }

    private static void text(DataOutputStream out, String value) throws IOException {
        byte[] utf8 = Normalizer.normalize(value, Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8);
        out.writeInt(utf8.length);
        out.write(utf8);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
