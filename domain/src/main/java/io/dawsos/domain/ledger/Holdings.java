package io.dawsos.domain.ledger;

import io.dawsos.domain.money.CurrencyCode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a ledger amounts to on a date.
 *
 * @param positions open positions by security, in the order of their identities
 * @param cash exact balances by currency, in the order of their codes; a currency that never moved is absent
 * @param disposals all units that left a position, in order
 * @param findings what a reader should look at, such as a sale of more units than were held
 */
public record Holdings(
        Map<SecurityId, Position> positions,
        Map<CurrencyCode, BigDecimal> cash,
        List<Disposal> disposals,
        List<String> findings) {

    public Holdings {
        positions = java.util.Collections.unmodifiableMap(new TreeMap<>(positions));
        cash = java.util.Collections.unmodifiableMap(new TreeMap<>(cash));
        disposals = List.copyOf(disposals);
        findings = List.copyOf(findings);
    }
}
