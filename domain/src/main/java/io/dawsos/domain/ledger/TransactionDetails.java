package io.dawsos.domain.ledger;

import io.dawsos.domain.money.CurrencyCode;
import io.dawsos.domain.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;

/**
 * The rarer fields of a flat transaction, each absent where its type has none or nothing was stated. Hashes, rows and files
 * take them as texts by name, so that a further field changes no entry that lacks it.
 *
 * @param other the security that units turned into
 * @param received cash got in a conversion
 * @param fraction of the cost that goes elsewhere
 * @param gross before costs and taxes
 * @param rate stated for this transaction
 * @param acquired the date on which units that came in were acquired
 * @param reversed the entry that is taken back
 * @param lots named by the owner
 */
public record TransactionDetails(
        Optional<SecurityId> other,
        Optional<Money> received,
        Optional<BigDecimal> fraction,
        Optional<Money> gross,
        Optional<StatedRate> rate,
        Optional<LocalDate> acquired,
        Optional<TransactionId> reversed,
        List<LotChoice> lots) {

    /** No such field. */
    public static final TransactionDetails NONE = new TransactionDetails(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of());

    public TransactionDetails {
        lots = List.copyOf(lots);
    }

    /** The fields of a trade's terms. */
    static TransactionDetails of(TradeTerms terms) {
        return terms.equals(TradeTerms.NONE)
                ? NONE
                : new TransactionDetails(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        terms.gross(),
                        terms.rate(),
                        Optional.empty(),
                        Optional.empty(),
                        terms.lots());
    }

    /** The terms of a trade with these fields. */
    TradeTerms terms() {
        return gross.isEmpty() && rate.isEmpty() && lots.isEmpty()
                ? TradeTerms.NONE
                : new TradeTerms(gross, rate, lots);
    }

    /** These fields with others for what happened to units. */
    TransactionDetails withAction(Optional<SecurityId> otherSecurity, Optional<BigDecimal> costFraction) {
        return new TransactionDetails(otherSecurity, received, costFraction, gross, rate, acquired, reversed, lots);
    }

    /** These fields with another amount received. */
    TransactionDetails withReceived(Money money) {
        return new TransactionDetails(other, Optional.of(money), fraction, gross, rate, acquired, reversed, lots);
    }

    /** These fields with another date of acquisition. */
    TransactionDetails withAcquired(Optional<LocalDate> date) {
        return new TransactionDetails(other, received, fraction, gross, rate, date, reversed, lots);
    }

    /** These fields with another entry taken back. */
    TransactionDetails withReversed(TransactionId id) {
        return new TransactionDetails(other, received, fraction, gross, rate, acquired, Optional.of(id), lots);
    }

    /** These fields with other lots. */
    TransactionDetails withLots(List<LotChoice> choices) {
        return new TransactionDetails(other, received, fraction, gross, rate, acquired, reversed, choices);
    }

    /** The fields that are present, as texts by name, in the order of their names; decimals are plain, without trailing zeros. */
    public Map<String, String> texts() {
        Map<String, String> texts = new TreeMap<>();
        acquired.ifPresent(date -> texts.put("acquired", date.toString()));
        fraction.ifPresent(value -> texts.put("fraction", plain(value)));
        gross.ifPresent(money -> texts.put("gross", text(money)));
        if (!lots.isEmpty()) {
            texts.put(
                    "lots",
                    String.join(",", lots.stream().map(TransactionDetails::text).toList()));
        }
        other.ifPresent(id -> texts.put("other", id.value().toString()));
        rate.ifPresent(stated -> texts.put("rate", plain(stated.rate()) + " " + stated.currency()));
        received.ifPresent(money -> texts.put("received", text(money)));
        reversed.ifPresent(id -> texts.put("reversed", id.value().toString()));
        return Collections.unmodifiableMap(texts);
    }

    /**
     * Makes the fields of their texts.
     *
     * @throws IllegalArgumentException if a name is unknown or a text is not of its field
     */
    public static TransactionDetails of(Map<String, String> texts) {
        if (texts.isEmpty()) {
            return NONE;
        }
        Map<String, String> left = new TreeMap<>(texts);
        TransactionDetails details = new TransactionDetails(
                take(left, "other", text -> new SecurityId(UUID.fromString(text))),
                take(left, "received", TransactionDetails::money),
                take(left, "fraction", BigDecimal::new),
                take(left, "gross", TransactionDetails::money),
                take(left, "rate", TransactionDetails::rate),
                take(left, "acquired", LocalDate::parse),
                take(left, "reversed", text -> new TransactionId(UUID.fromString(text))),
                take(left, "lots", TransactionDetails::lots).orElse(List.of()));
        if (!left.isEmpty()) {
            throw new IllegalArgumentException("unknown fields of a transaction: " + left.keySet());
        }
        return details;
    }

    private static <T> Optional<T> take(Map<String, String> texts, String name, Function<String, T> parser) {
        return Optional.ofNullable(texts.remove(name)).map(parser);
    }

    /** Reads lots as {@link #texts} writes them: opening transaction, ordinal and quantity, such as {@code id/0:12.5}. */
    public static List<LotChoice> lots(String text) {
        List<LotChoice> lots = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            int slash = part.indexOf('/');
            int colon = part.indexOf(':');
            if (slash < 0 || colon < slash) {
                throw new IllegalArgumentException("not a lot with a quantity: " + part);
            }
            LotId id = new LotId(
                    new TransactionId(UUID.fromString(part.substring(0, slash).strip())),
                    Integer.parseInt(part.substring(slash + 1, colon)));
            lots.add(new LotChoice(id, new BigDecimal(part.substring(colon + 1).strip())));
        }
        return lots;
    }

    private static String text(LotChoice choice) {
        return choice.lot() + ":" + plain(choice.quantity());
    }

    private static String text(Money money) {
        return plain(money.amount()) + " " + money.currency();
    }

    private static Money money(String text) {
        int space = text.indexOf(' ');
        return Money.of(text.substring(0, space), text.substring(space + 1));
    }

    private static StatedRate rate(String text) {
        int space = text.indexOf(' ');
        return new StatedRate(CurrencyCode.of(text.substring(space + 1)), new BigDecimal(text.substring(0, space)));
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
