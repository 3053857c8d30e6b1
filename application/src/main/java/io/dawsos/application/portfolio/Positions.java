package io.dawsos.application.portfolio;

import io.dawsos.domain.capability.Describe;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What a portfolio holds on a date, not yet valued: the result of {@code ledger.positions}. */
@Describe("What a portfolio holds on a date, not yet valued.")
public record Positions(
        UUID portfolioId,

        @Describe("Date of the holdings; null if there is no pricing pack and no entry yet.")
        Optional<LocalDate> asOf,

        String baseCurrency,
        List<PositionRow> positions,
        int totalPositions,
        @Describe("Cash by currency, in that currency.") Map<String, java.math.BigDecimal> cash) {}
