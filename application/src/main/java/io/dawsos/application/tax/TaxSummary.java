package io.dawsos.application.tax;

import io.dawsos.domain.capability.Describe;
import io.dawsos.domain.figure.Figure;
import java.math.BigDecimal;

/** What a tax year comes to: the result of {@code tax.summary}. */
@Describe("What a tax year comes to, in base currency. Losses are set against gains of the same term first.")
public record TaxSummary(
        int taxYear,
        String baseCurrency,
        Figure<BigDecimal> shortTermGain,
        Figure<BigDecimal> longTermGain,
        Figure<BigDecimal> netGain,
        @Describe("Deferred losses, 0 or more.") BigDecimal disallowedLosses,

        @Describe("Net gain with deferred losses added back.")
        Figure<BigDecimal> taxableGain,

        @Describe("Tax at the given rates; null without rates.")
        Figure<BigDecimal> estimatedTax,

        @Describe("Net loss that is left, 0 or more.") Figure<BigDecimal> unusedLoss) {}
