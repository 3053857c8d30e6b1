package io.dawsos.domain.tax;

import io.dawsos.domain.ledger.Disposal;
import io.dawsos.domain.ledger.Holdings;
import io.dawsos.domain.ledger.LedgerEntry;
import io.dawsos.domain.ledger.LedgerFold;
import io.dawsos.domain.ledger.Lot;
import io.dawsos.domain.ledger.LotRules;
import io.dawsos.domain.ledger.PortfolioId;
import io.dawsos.domain.ledger.SecurityId;
import io.dawsos.domain.ledger.Transaction;
import io.dawsos.domain.ledger.TransactionType;
import io.dawsos.domain.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parcels of a ledger under a rule of matching. Units that were taken out of the portfolio are none. */
public final class Parcels {

    private final PortfolioId portfolio;
    private final LocalDate asOf;
    private final Map<SecurityId, List<Transaction.Split>> splits = new HashMap<>();
    private final List<Parcel> parcels = new ArrayList<>();

    private Parcels(PortfolioId portfolio, LocalDate asOf) {
        this.portfolio = portfolio;
        this.asOf = asOf;
    }

    /**
     * Gives all parcels up to the end of a date: those sold in the order of their sales, then those held.
     *
     * @param rules must keep costs in one currency
     */
    public static List<Parcel> of(PortfolioId portfolio, List<LedgerEntry> entries, LocalDate asOf, LotRules rules) {
        return of(portfolio, entries, asOf, LedgerFold.at(entries, asOf, rules));
    }

    /** Gives the parcels of a ledger that was folded already. */
    public static List<Parcel> of(PortfolioId portfolio, List<LedgerEntry> entries, LocalDate asOf, Holdings holdings) {
        Parcels parcels = new Parcels(portfolio, asOf);
        for (LedgerEntry entry : LedgerFold.inOrder(entries)) {
            if (entry.transaction() instanceof Transaction.Split split) {
                parcels.splits
                        .computeIfAbsent(split.security(), id -> new ArrayList<>())
                        .add(split);
            }
        }
        holdings.disposals().forEach(parcels::sold);
        holdings.positions().values().forEach(position -> position.lots().forEach(parcels::held));
        return List.copyOf(parcels.parcels);
    }

    private void sold(Disposal disposal) {
        if (disposal.type() == TransactionType.TRANSFER_OUT || disposal.type() == TransactionType.TRANSFER_IN) {
            return;
        }
        for (Disposal.MatchedLot lot : disposal.matched()) {
            Parcel.Sale sale = new Parcel.Sale(
                    disposal.transaction(), disposal.date(), disposal.closesShort(), ofOneCurrency(lot));
            parcels.add(new Parcel(
                    portfolio,
                    disposal.security(),
                    lot.lot(),
                    lot.opened(),
                    lot.quantity(),
                    present(disposal.security(), disposal.date(), lot.quantity()),
                    lot.cost(),
                    Optional.of(sale)));
        }
    }

    private static Optional<Money> ofOneCurrency(Disposal.MatchedLot lot) {
        if (lot.cost().isPresent()
                && lot.proceeds().isPresent()
                && !lot.cost().get().currency().equals(lot.proceeds().get().currency())) {
            throw new IllegalArgumentException("costs and proceeds are in different currencies");
        }
        return lot.proceeds();
    }

    private void held(Lot lot) {
        parcels.add(new Parcel(
                portfolio,
                lot.security(),
                lot.id(),
                lot.opened(),
                lot.quantity(),
                lot.quantity(),
                lot.cost(),
                Optional.empty()));
    }

    private BigDecimal present(SecurityId security, LocalDate date, BigDecimal quantity) {
        BigDecimal present = quantity;
        for (Transaction.Split split : splits.getOrDefault(security, List.of())) {
            if (split.date().isAfter(date) && !split.date().isAfter(asOf)) {
                present = Lot.ratio(present, split.newUnits(), split.oldUnits());
            }
        }
        return present;
    }
}
