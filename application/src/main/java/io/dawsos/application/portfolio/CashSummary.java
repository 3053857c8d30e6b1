package io.dawsos.application.portfolio;

import io.dawsos.domain.capability.Describe;
import io.dawsos.domain.figure.Figure;
import java.math.BigDecimal;
import java.util.Map;

/** All cash of a portfolio. */
@Describe("All cash of a portfolio, derived from its ledger.")
public record CashSummary(
        @Describe("In base currency.") Figure<BigDecimal> value,

        @Describe("Fraction of the portfolio's total value.")
        Figure<BigDecimal> weight,

        Map<String, CashBalance> byCurrency) {}
