package io.dawsos.application.health;

import io.dawsos.domain.capability.Describe;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What is amiss in a portfolio's data: the result of {@code portfolio.health}. */
@Describe("What is amiss in a portfolio's data, the worst first, each with what would mend it.")
public record PortfolioHealth(
        UUID portfolioId,
        LocalDate asOf,

        @Describe("Whether nothing was found.") boolean healthy,

        List<Finding> findings,
        int count) {

    /** One finding. */
    @Describe("One finding.")
    public record Finding(
            @Describe("error: numbers are missing or wrong; warning: they may be.")
            String severity,

            @Describe(
                    "price_missing, price_stale, rate_missing, negative_cash, split_missing, prices_adjusted, oversold, cost_unknown, split_without_position, action_without_position, covered_too_much, lot_not_open or rest_closed.")
            String kind,

            @Describe("A symbol or a currency.") String subject,

            Optional<LocalDate> date,
            String detail,
            String fix) {}
}
