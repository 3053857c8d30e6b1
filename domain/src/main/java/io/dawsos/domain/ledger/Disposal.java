package io.dawsos.domain.ledger;

import io.dawsos.domain.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One transaction that used up open lots: a sale, units taken out, a purchase that covers a short sale, or a corporate action
 * that brought cash for units or for their cost.
 *
 * <p>For a purchase that covers, the proceeds are negative (what it cost) and so is the cost (the negative of what the short
 * sale brought). So the realized gain is proceeds minus cost for every disposal.
 *
 * @param type of the transaction
 * @param quantity units closed; 0 if cash came for the cost of units that stay open
 * @param proceeds cash for these units after the trade's costs; empty if units were taken out or their cost is not stated
 * @param matched the lots used up, in the order of use; their quantities sum to {@code quantity}
 */
public record Disposal(
        TransactionId transaction,
        TransactionType type,
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
     * @param opened the date on which the lot's units were acquired
     * @param quantity units used up; 0 if cash came for the cost of units that stay open
     * @param cost the cost of these units; empty if it is not known
     * @param proceeds this part's share of the disposal's proceeds, by units
     */
    public record MatchedLot(
            LotId lot, LocalDate opened, BigDecimal quantity, Optional<Money> cost, Optional<Money> proceeds) {}

    /** Whether it closed a short position. */
    public boolean closesShort() {
        return switch (type) {
            case BUY, COVER, RIGHTS, TRANSFER_IN, REINVESTED_DIVIDEND, STAKING -> true;
            default -> false;
        };
    }

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
