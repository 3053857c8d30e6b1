package io.dawsos.application.imports;

import io.dawsos.domain.ledger.SecurityType;
import io.dawsos.domain.money.CurrencyCode;
import java.util.Optional;

/**
 * What a row says about its security, which counts if the security is not known yet.
 *
 * @param currency of its prices; empty if that of the cash
 */
record SecurityHints(
        Optional<String> name, Optional<SecurityType> type, Optional<String> sector, Optional<CurrencyCode> currency) {

    static final SecurityHints NONE =
            new SecurityHints(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
