package io.dawsos.domain.money;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * The unit that prices and amounts are stated in: a currency, or a hundredth of one such as pence.
 *
 * @param currency the currency that amounts are kept in
 * @param digits how many decimal places the unit is below the currency; 0 for the currency itself
 */
public record QuotationUnit(CurrencyCode currency, int digits) {

    private static final Map<String, String> HUNDREDTHS =
            Map.of("GBX", "GBP", "GBp", "GBP", "ZAc", "ZAR", "ZAC", "ZAR", "ILA", "ILS", "ILa", "ILS");

    /** Gives the unit of a code: an ISO 4217 currency, or GBX (GBp), ZAc or ILA; empty if it is neither. */
    public static Optional<QuotationUnit> parse(String code) {
        return Optional.ofNullable(HUNDREDTHS.get(code))
                .map(major -> new QuotationUnit(CurrencyCode.of(major), 2))
                .or(() -> CurrencyCode.parse(code).map(currency -> new QuotationUnit(currency, 0)));
    }

    /** Gives an amount stated in this unit in major units of the currency, exactly. */
    public BigDecimal toMajor(BigDecimal stated) {
        return stated.movePointLeft(digits);
    }
}
