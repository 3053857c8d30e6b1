package io.dawsos.domain.ledger;

import io.dawsos.domain.money.CurrencyCode;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a ledger amounts to at the end of a date.
 *
 * @param positions open positions by security, in the order of their identities
 * @param cash exact balances by currency, in the order of their codes; a currency that never moved is absent
 * @param disposals every use of open lots, in the order of the ledger
 * @param income dividends and interest, in the order of the ledger
 * @param findings what the owner should look at, in the order of the ledger
 */
public record Holdings(
        Map<SecurityId, Position> positions,
        Map<CurrencyCode, BigDecimal> cash,
        List<Disposal> disposals,
        List<Income> income,
        List<LedgerFinding> findings) {

    public Holdings {
        positions = Collections.unmodifiableMap(new TreeMap<>(positions));
        cash = Collections.unmodifiableMap(new TreeMap<>(cash));
        disposals = List.copyOf(disposals);
        income = List.copyOf(income);
        findings = List.copyOf(findings);
    }
}
