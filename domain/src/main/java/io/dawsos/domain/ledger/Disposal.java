package io.dawsos.domain.ledger;

import io.dawsos.domain.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One transaction that used up open lots: a sale, units taken out, or a purchase that covers a short sale.
 *
 * <p>For a purchase that covers, the proceeds are negative (what it cost) and so is the cost (the negative of what the short
 * sale brought). So the realized gain is proceeds minus cost for every disposal.
 *
 * @param quantity units closed, more than 0
 * @param proceeds cash for these units after the trade's costs; empty if units were taken out or their cost is not stated
 * @param matched the lots used up, in the order of use; their quantities sum to {@code quantity}
 */
public record Disposal(
        TransactionId transaction,
        LocalDate date,
        SecurityId security,
        BigDecimal quantity,
        Optional<Money> proceeds,
        List<MatchedLot> matched) {

    public Disposal {
        matched = List.copyOf(matched);
    }

    /**
     * The part of a lot that a disposal used up.
     *
     * @param opened the date on which the lot was opened
     * @param quantity units used up, more than 0
     * @param cost the cost of these units; empty if it is not known
     * @param proceeds this part's share of the disposal's proceeds, by units
     */
    public record MatchedLot(
            LotId lot, LocalDate opened, BigDecimal quantity, Optional<Money> cost, Optional<Money> proceeds) {}

    /** The cost of the units closed, if it is known and of one currency. */
    public Optional<Money> cost() {
        return Sums.ofOneCurrency(matched.stream().map(MatchedLot::cost).toList());
    }

    /** Proceeds minus cost, if both are known and of one currency; other disposals need an exchange rate. */
    public Optional<Money> realizedGain() {
        Optional<Money> cost = cost();
        if (proceeds.isEmpty()
                || cost.isEmpty()
                || !proceeds.get().currency().equals(cost.get().currency())) {
            return Optional.empty();
        }
        return Optional.of(proceeds.get().plus(cost.get().negated()));
    }
}
