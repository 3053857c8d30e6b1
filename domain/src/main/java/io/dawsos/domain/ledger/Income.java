package io.dawsos.domain.ledger;

import io.dawsos.domain.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A dividend, interest or other income that was paid, in cash or in units.
 *
 * @param type of the transaction that paid it
 * @param security who paid it; empty for interest on cash and other income
 * @param amount received after tax and fee; for income in units what they were worth
 * @param tax tax withheld, in the amount's currency
 * @param fee what intermediaries kept, in the amount's currency
 * @param gross what it came to before tax and fee, in the currency in which it was declared
 */
public record Income(
        TransactionId transaction,
        TransactionType type,
        LocalDate date,
        Optional<SecurityId> security,
        Money amount,
        BigDecimal tax,
        BigDecimal fee,
        Money gross) {

    /** Income whose gross amount is stated, or else the sum of its parts. */
    static Income of(
            LedgerEntry entry,
            Optional<SecurityId> security,
            Money amount,
            BigDecimal tax,
            BigDecimal fee,
            Optional<Money> gross) {
        return new Income(
                entry.id(),
                entry.transaction().type(),
                entry.transaction().date(),
                security,
                amount,
                tax,
                fee,
                gross.orElseGet(() -> Money.of(amount.amount().add(tax).add(fee), amount.currency())));
    }
}
