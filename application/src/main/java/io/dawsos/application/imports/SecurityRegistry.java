package io.dawsos.application.imports;

import io.dawsos.domain.ledger.Securities;
import io.dawsos.domain.ledger.Security;
import io.dawsos.domain.ledger.SecurityId;
import io.dawsos.domain.ledger.SecurityType;
import io.dawsos.domain.ledger.Transaction;
import io.dawsos.domain.ledger.Universe;
import io.dawsos.domain.money.CurrencyCode;
import io.dawsos.domain.money.Money;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** The securities that one import names: known ones are found, unknown ones are made, and described when all rows are right. */
final class SecurityRegistry {

    private static final String UNKNOWN = "unknown security, and the row gives no currency for it";
    private static final String UNKNOWN_HINT = "import it with kind=securities first";

    private final Universe universe;
    private final Supplier<UUID> identities;
    private final Map<String, Security> known = new LinkedHashMap<>();
    private final Map<String, Security> made = new LinkedHashMap<>();

    SecurityRegistry(Securities securities, Universe universe, Supplier<UUID> identities) {
        this.universe = universe;
        this.identities = identities;
        securities.list(universe).forEach(security -> known.put(security.symbol(), security));
    }

    Optional<Security> find(String symbol) {
        return Optional.ofNullable(known.get(symbol)).or(() -> Optional.ofNullable(made.get(symbol)));
    }

    /** Finds a security that was known before this import. */
    Optional<Security> known(String symbol) {
        return Optional.ofNullable(known.get(symbol));
    }

    /** Finds a security, or makes one of what a row says about it. */
    Security findOrMake(String symbol, SecurityHints hints, CurrencyCode cash) {
        return find(symbol).orElseGet(() -> {
            Security fresh = new Security(
                    new SecurityId(identities.get()),
                    symbol,
                    hints.name().orElse(symbol),
                    hints.type().orElse(SecurityType.OTHER),
                    hints.currency().orElse(cash),
                    hints.sector(),
                    universe);
            made.put(symbol, fresh);
            return fresh;
        });
    }

    /** The transaction of a row with its securities; empty if one of them can't be known, which joins the problems. */
    Optional<Transaction> transaction(TransactionRow row, Problems problems) {
        Optional<SecurityId> other = row.other().flatMap(symbol -> other(row, symbol, problems));
        Optional<SecurityId> security = row.symbol().flatMap(symbol -> security(row, symbol, problems));
        boolean known = security.isPresent() == row.symbol().isPresent()
                && other.isPresent() == row.other().isPresent();
        return known ? Optional.of(row.toTransaction(security, other)) : Optional.empty();
    }

    private Optional<SecurityId> security(TransactionRow row, String symbol, Problems problems) {
        Optional<CurrencyCode> cash = row.fields().amount().map(Money::currency);
        Optional<CurrencyCode> currency = row.hints().currency().or(() -> cash);
        if (find(symbol).isEmpty() && currency.isEmpty()) {
            problems.add(row.line(), "symbol", symbol, UNKNOWN, UNKNOWN_HINT);
            return Optional.empty();
        }
        return find(symbol)
                .or(() -> currency.map(code -> findOrMake(symbol, row.hints(), code)))
                .map(Security::id);
    }

    /** The security that units turned into: a known one, or a new one in the currency of the one they were of. */
    private Optional<SecurityId> other(TransactionRow row, String symbol, Problems problems) {
        Optional<CurrencyCode> currency = row.symbol().flatMap(this::find).map(Security::currency);
        Optional<Security> found =
                find(symbol).or(() -> currency.map(code -> findOrMake(symbol, SecurityHints.NONE, code)));
        if (found.isEmpty()) {
            problems.add(row.line(), "other_symbol", symbol, UNKNOWN, UNKNOWN_HINT);
        }
        return found.map(Security::id);
    }

    /** The securities that were made, by symbol. */
    Map<String, Security> made() {
        return made;
    }
}
