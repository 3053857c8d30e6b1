package io.dawsos.application.portfolio;

import io.dawsos.domain.capability.Describe;
import io.dawsos.domain.figure.Figure;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;

/** One security held, over all its lots. */
@Describe("One security held, over all its lots.")
public record PositionRow(
        UUID securityId,
        String symbol,
        String name,

        @Describe("Sector of the security's classification; null if it is not classified.")
        Optional<String> sector,

        @Describe("Units held; negative if sold short.") BigDecimal quantity,
        @Describe("Currency that prices are quoted in.") String priceCurrency,

        @Describe("What the open units cost, in base currency at the rates of their purchase dates, costs included.")
        Figure<BigDecimal> costBasis,

        @Describe("Open lots.") int lotCount) {}
