package io.dawsos.application.imports;

import io.dawsos.domain.ledger.Securities;
import io.dawsos.domain.ledger.Security;
import io.dawsos.domain.ledger.SecurityId;
import io.dawsos.domain.ledger.SecurityType;
import io.dawsos.domain.ledger.Universe;
import io.dawsos.domain.money.CurrencyCode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** The securities that one import names: known ones are found, unknown ones are made, and described when all rows are right. */
final class SecurityRegistry {

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

    /** Finds a security, or makes one whose type and sector nobody has said yet. */
    Security findOrMake(String symbol, Optional<String> name, CurrencyCode currency) {
        return find(symbol).orElseGet(() -> {
            Security fresh = new Security(
                    new SecurityId(identities.get()),
                    symbol,
                    name.orElse(symbol),
                    SecurityType.OTHER,
                    currency,
                    Optional.empty(),
                    universe);
            made.put(symbol, fresh);
            return fresh;
        });
    }

    /** The securities that were made, by symbol. */
    Map<String, Security> made() {
        return made;
    }
}
