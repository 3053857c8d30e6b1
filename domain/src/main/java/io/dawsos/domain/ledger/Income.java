package io.dawsos.domain.ledger;

import io.dawsos.domain.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A dividend or interest that was paid.
 *
 * @param security who paid it; empty for interest on cash
 * @param amount cash received after tax
 * @param tax tax withheld, in the amount's currency
 */
public record Income(
        TransactionId transaction, LocalDate date, Optional<SecurityId> security, Money amount, BigDecimal tax) {}
