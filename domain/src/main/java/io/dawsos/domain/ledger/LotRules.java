package io.dawsos.domain.ledger;

import java.math.BigDecimal;

/**
 * How lots are kept while a ledger is folded.
 *
 * @param matching which open lots a sale uses up
 * @param dust units below which a rest is taken for a rounding of the source and closed with the units before it
 * @param currency in which currency costs and proceeds are kept
 */
public record LotRules(LotMatching matching, BigDecimal dust, CostCurrency currency) {

    /** A rule of matching, with costs in the currencies that were paid. */
    public static LotRules of(LotMatching matching) {
        return new LotRules(matching, LedgerFold.DUST, CostCurrency.AS_PAID);
    }

    /** A rule of matching, with costs in one currency. */
    public static LotRules in(CostCurrency currency, LotMatching matching) {
        return new LotRules(matching, LedgerFold.DUST, currency);
    }
}
