package io.dawsos.domain.ledger;

import io.dawsos.domain.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Cash of one currency changed into another, inside the portfolio.
 *
 * @param amount cash given, fee included, more than 0
 * @param received cash got, more than 0
 * @param fee part of the amount that went to intermediaries, in its currency
 */
public record CashConversion(LocalDate date, Money amount, Money received, BigDecimal fee, String note)
        implements Transaction {
    public CashConversion {
        Bounds.requirePositive(amount.amount(), "amount");
        Bounds.requirePositive(received.amount(), "received");
    }

    @Override
    public Optional<Money> cashEffect() {
        return Optional.of(amount.negated());
    }

    @Override
    public Optional<Money> counterEffect() {
        return Optional.of(received);
    }

    @Override
    public TransactionType type() {
        return TransactionType.FX_CONVERSION;
    }
}
