package io.dawsos.application.corporateaction;

import io.dawsos.domain.capability.Describe;
import io.dawsos.domain.figure.Figure;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The dividends of a year ahead: the result of {@code corporate_actions.forward_income}. */
@Describe("The dividends that the held units bring in the year ahead if each pays as it did in the year before.")
public record ForwardIncome(
        UUID portfolioId,
        LocalDate asOf,
        String baseCurrency,

        @Describe("Held securities with a stored dividend, ordered by symbol.")
        List<IncomeRow> securities,

        @Describe("Held securities of which no dividend is stored: that they pay none is not known.")
        List<String> withoutDividends,

        @Describe("Sum over the securities, before taxes, in base currency.")
        Figure<BigDecimal> income,

        @Describe("Income over the market value of the whole portfolio; a fraction.")
        Figure<BigDecimal> incomeYield,

        @Describe(
                "Income by month of the year ahead, such as 2027-03, by payment date, else ex-date; in base currency.")
        Map<String, Figure<BigDecimal>> byMonth) {

    /** One security's dividends. */
    public record IncomeRow(
            UUID securityId,
            String symbol,
            BigDecimal quantity,

            @Describe("Dividends of the 12 months to the pack's date by ex-date, for one unit as units are now.")
            BigDecimal perUnit,

            String currency,
            @Describe("How many dividends that is.") int payments,

            @Describe("Quantity times dividends of a unit, in base currency at the pack's rate.")
            Figure<BigDecimal> income,

            @Describe("Dividends of a unit over its price; a fraction.")
            Figure<BigDecimal> forwardYield,

            @Describe("Dividends of a unit over what it cost; a fraction.")
            Figure<BigDecimal> yieldOnCost) {}
}
