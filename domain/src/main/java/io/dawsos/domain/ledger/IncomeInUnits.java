package io.dawsos.domain.ledger;

import io.dawsos.domain.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Income that was paid in units instead of cash: they are worth what was earned, and cost it.
 *
 * @param type REINVESTED_DIVIDEND or STAKING
 * @param quantity units received, more than 0
 * @param price per unit in the security's currency; empty if not stated
 * @param amount what the units were worth, after tax and fee; empty if nobody stated it
 * @param tax tax withheld, in the amount's currency
 * @param fee what intermediaries kept, in the amount's currency
 */
public record IncomeInUnits(
        TransactionType type,
        LocalDate date,
        SecurityId security,
        BigDecimal quantity,
        Optional<BigDecimal> price,
        Optional<Money> amount,
        BigDecimal tax,
        BigDecimal fee,
        TradeTerms terms,
        String note)
        implements Transaction.OfSecurity {
    public IncomeInUnits {
        Bounds.requireType(type, TransactionType.REINVESTED_DIVIDEND, TransactionType.STAKING);
        Bounds.requirePositive(quantity, "quantity");
        amount.ifPresent(stated -> Bounds.requireNotNegative(stated.amount(), "amount"));
    }

    @Override
    public Optional<Money> cashEffect() {
        return Optional.empty();
    }
}
