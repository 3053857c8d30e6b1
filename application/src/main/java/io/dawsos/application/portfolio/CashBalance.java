package io.dawsos.application.portfolio;

import io.dawsos.domain.capability.Describe;
import io.dawsos.domain.figure.Figure;
import java.math.BigDecimal;

/** Cash of one currency. */
@Describe("Cash of one currency.")
public record CashBalance(
        @Describe("In that currency, exact; negative if owed.")
        BigDecimal amount,

        @Describe("Units of base currency for one unit of that currency.")
        Figure<BigDecimal> fxRate,

        @Describe("In base currency.") Figure<BigDecimal> value) {}
