package io.dawsos.application.portfolio;

import io.dawsos.domain.capability.Describe;
import io.dawsos.domain.figure.Figure;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What open positions would gain or lose: the result of {@code metrics.unrealized_pl}. */
@Describe("What open positions would gain or lose if they were sold, in the portfolio's base currency, before costs.")
public record UnrealizedPl(
        UUID portfolioId,
        String baseCurrency,
        LocalDate asOf,
        List<Row> positions,
        Figure<BigDecimal> totalUnrealizedPl,

        @Describe("Sum of the positions that gained.") Figure<BigDecimal> totalGains,

        @Describe("Sum of the positions that lost, 0 or less.")
        Figure<BigDecimal> totalLosses) {

    /** One position. */
    @Describe("One position.")
    public record Row(
            UUID securityId,
            String symbol,
            BigDecimal quantity,
            Figure<BigDecimal> marketValue,
            Figure<BigDecimal> costBasis,
            Figure<BigDecimal> unrealizedPl,
            @Describe("As a fraction of the cost basis.") Figure<BigDecimal> unrealizedPlPct) {}
}
