package io.dawsos.domain.ledger;

import io.dawsos.domain.identity.AccessScope;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The security master: what each security is called and how it is classified. Descriptions are append-only versions; these
 * methods read the newest. What an execution reads is the version under its pack, through a market slice.
 */
public interface Securities {

    /** Finds the securities of a universe by symbol; symbols that are not known are absent from the result. */
    Map<String, Security> bySymbol(Universe universe, Collection<String> symbols);

    /** Lists all securities of a universe, ordered by symbol. */
    List<Security> list(Universe universe);

    /**
     * Adds securities, or new versions of those whose identity exists, in one revision. A version equal to the one in force
     * is not stored again.
     *
     * @return how many versions were stored
     * @throws SymbolTakenException if a symbol belongs to another security of its universe; nothing is stored then
     * @throws IllegalArgumentException if a version changes the currency or universe of a security; nothing is stored then
     */
    int describe(AccessScope scope, Collection<Security> securities);
}
