package io.dawsos.domain.ledger;

import java.time.LocalDate;
import java.util.List;

/** Makes what the receiver of units enters, so that lots arrive with the cost and the date at which they were acquired. */
public final class InKindTransfer {

    private InKindTransfer() {}

    /**
     * Gives one receipt for each lot that left.
     *
     * @param out the units taken out of the sender's ledger, with the lots they came from
     * @param date on which they arrive
     */
    public static List<Transaction> receipts(Disposal out, LocalDate date, String note) {
        return out.matched().stream()
                .<Transaction>map(lot -> new Transaction.TransferIn(
                        date, out.security(), lot.quantity(), lot.cost(), java.util.Optional.of(lot.opened()), note))
                .toList();
    }
}
