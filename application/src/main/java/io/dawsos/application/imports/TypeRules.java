package io.dawsos.application.imports;

import io.dawsos.domain.ledger.TransactionType;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What a row of each type of transaction needs, and how its amount is to be read. */
final class TypeRules {

    private static final Set<TransactionType> CASH_ONLY = EnumSet.of(
            TransactionType.INTEREST,
            TransactionType.OTHER_INCOME,
            TransactionType.FEE,
            TransactionType.TAX,
            TransactionType.DEPOSIT,
            TransactionType.WITHDRAWAL,
            TransactionType.FX_CONVERSION);
    private static final Set<TransactionType> PURCHASES =
            EnumSet.of(TransactionType.BUY, TransactionType.COVER, TransactionType.RIGHTS);
    private static final Set<TransactionType> SALES = EnumSet.of(TransactionType.SELL, TransactionType.SHORT_SALE);
    private static final Set<TransactionType> IN_UNITS =
            EnumSet.of(TransactionType.REINVESTED_DIVIDEND, TransactionType.STAKING);
    private static final Set<TransactionType> TRANSFERS =
            EnumSet.of(TransactionType.TRANSFER_IN, TransactionType.TRANSFER_OUT);
    private static final Set<TransactionType> RATIOS = EnumSet.of(
            TransactionType.SPLIT, TransactionType.REVERSE_SPLIT, TransactionType.BONUS, TransactionType.SPIN_OFF);
    private static final Set<TransactionType> ANY_SIGN = EnumSet.of(
            TransactionType.INTEREST,
            TransactionType.OTHER_INCOME,
            TransactionType.SELL,
            TransactionType.SHORT_SALE,
            TransactionType.RETURN_OF_CAPITAL,
            TransactionType.MERGER);

    private TypeRules() {}

    /** Whether files may hold it; what was entered is taken back by an undo, not by a file. */
    static boolean importable(TransactionType type) {
        return type != TransactionType.REVERSAL;
    }

    static boolean ofSecurity(TransactionType type) {
        return !CASH_ONLY.contains(type);
    }

    static boolean withQuantity(TransactionType type) {
        return PURCHASES.contains(type) || SALES.contains(type) || IN_UNITS.contains(type) || TRANSFERS.contains(type);
    }

    static boolean withRatio(TransactionType type) {
        return RATIOS.contains(type);
    }

    static boolean needsAmount(TransactionType type) {
        return !RATIOS.contains(type)
                && !TRANSFERS.contains(type)
                && type != TransactionType.STAKING
                && type != TransactionType.MERGER;
    }

    /** Whether its amount is stated as a payment: files may give it as a negative number. */
    static boolean paid(TransactionType type) {
        return PURCHASES.contains(type)
                || type == TransactionType.WITHDRAWAL
                || type == TransactionType.FEE
                || type == TransactionType.TAX
                || type == TransactionType.FX_CONVERSION;
    }

    /** Whether its amount is the other way round when it is negative. */
    static boolean anySign(TransactionType type) {
        return ANY_SIGN.contains(type);
    }

    /** The amount that quantity, price and costs give; empty if the type's amount does not follow from them. */
    static Optional<BigDecimal> implied(
            TransactionType type, Optional<BigDecimal> quantity, Optional<BigDecimal> price, BigDecimal costs) {
        if (quantity.isEmpty() || price.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal gross = quantity.get().multiply(price.get());
        if (PURCHASES.contains(type)) {
            return Optional.of(gross.add(costs));
        }
        if (SALES.contains(type)) {
            return Optional.of(gross.subtract(costs));
        }
        return IN_UNITS.contains(type) ? Optional.of(gross) : Optional.empty();
    }
}
