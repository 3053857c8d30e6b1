package io.dawsos.domain.ledger;

import java.util.UUID;

/** The stable identity of a portfolio. */
public record PortfolioId(UUID value) {}
