package io.dawsos.domain.ledger;

import io.dawsos.domain.money.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Units that were opened by one or more transactions and closed by one.
 *
 * @param isShort whether it began with a sale
 * @param opened the earliest date of its lots
 * @param entry what opening it cost; for a short trade what it brought
 * @param exit what closing it brought; for a short trade what it cost
 * @param profit exit minus entry; for a short trade entry minus exit
 */
public record ClosedTrade(
        SecurityId security,
        boolean isShort,
        BigDecimal quantity,
        LocalDate opened,
        LocalDate closed,
        Money entry,
        Money exit,
        Money profit) {

    /** Gives the trade of a disposal; empty if its gain is not known or nothing was closed. */
    public static Optional<ClosedTrade> of(Disposal disposal) {
        Optional<Money> gain = disposal.realizedGain();
        if (gain.isEmpty() || disposal.quantity().signum() == 0) {
            return Optional.empty();
        }
        Money cost = disposal.cost().orElseThrow();
        Money proceeds = disposal.proceeds().orElseThrow();
        boolean isShort = disposal.closesShort();
        return Optional.of(new ClosedTrade(
                disposal.security(),
                isShort,
                disposal.quantity(),
                disposal.matched().stream()
                        .map(Disposal.MatchedLot::opened)
                        .min(Comparator.naturalOrder())
                        .orElseThrow(),
                disposal.date(),
                isShort ? cost.negated() : cost,
                isShort ? proceeds.negated() : proceeds,
                gain.get()));
    }

    /** The trades of many disposals. */
    public static List<ClosedTrade> of(List<Disposal> disposals) {
        return disposals.stream().flatMap(disposal -> of(disposal).stream()).toList();
    }

    /** Profit as a fraction of the entry; empty if that is 0. */
    public Optional<BigDecimal> rateOfReturn() {
        return entry.signum() == 0
                ? Optional.empty()
                : Optional.of(profit.amount().divide(entry.amount().abs(), MathContext.DECIMAL128));
    }
}
