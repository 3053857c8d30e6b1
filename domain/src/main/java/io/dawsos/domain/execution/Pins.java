package io.dawsos.domain.execution;

import io.dawsos.domain.capability.PinnedPortfolio;
import io.dawsos.domain.pricing.PricingPack;
import java.util.Optional;

/**
 * What a run was pinned to.
 *
 * @param portfolio empty if the run is about none
 * @param pack empty if the universe has no pack yet
 */
public record Pins(Optional<PinnedPortfolio> portfolio, Optional<PricingPack> pack) {}
