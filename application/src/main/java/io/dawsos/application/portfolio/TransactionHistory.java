package io.dawsos.application.portfolio;

import io.dawsos.domain.capability.Describe;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Transactions of a portfolio, newest first: the result of {@code get_transaction_history}. */
@Describe("Transactions of a portfolio, newest first.")
public record TransactionHistory(
        List<TransactionRow> transactions,
        int count,

        @Describe("Pass it as the cursor to read on; null at the end.")
        Optional<String> nextCursor) {

    /** One transaction. */
    @Describe("One transaction.")
    public record TransactionRow(
            UUID id,
            @Describe("Position in the ledger, from 0.") long sequence,
            LocalDate transactionDate,
            @Describe("BUY, SELL, DIVIDEND and so on.") String transactionType,
            Optional<UUID> securityId,
            Optional<String> symbol,
            Optional<BigDecimal> quantity,
            @Describe("Per unit, before costs, as stated.") Optional<BigDecimal> price,

            @Describe("Effect on the cash of its currency: negative if paid; null if no cash moves.")
            Optional<BigDecimal> amount,

            Optional<String> currency,

            @Describe("Part of the amount, in its currency.")
            Optional<BigDecimal> fee,

            @Describe("Part of the amount, in its currency.")
            Optional<BigDecimal> tax,

            @Describe("New units for each old_units of a split.")
            Optional<BigDecimal> newUnits,

            Optional<BigDecimal> oldUnits,

            @Describe("Profit in the currency of the amount that a sale realized, first in first out, costs included.")
            Optional<BigDecimal> realizedPnl,

            String note) {}
}
