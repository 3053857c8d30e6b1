package io.dawsos.domain.ledger;

import io.dawsos.domain.ledger.Disposal.MatchedLot;
import io.dawsos.domain.money.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a corporate action does to the lots of the security that it starts from. Parts of cost and cash sum to their whole. */
final class CostMoves {

    private final List<MatchedLot> disposed = new ArrayList<>();
    private final List<Carried> carried = new ArrayList<>();
    private boolean costLost;

    private CostMoves() {}

    /** A lot that goes on in another security; it keeps its date of acquisition. */
    record Carried(SecurityId security, LocalDate acquired, Units units, Optional<Money> cost) {}

    /**
     * What came of it.
     *
     * @param disposed parts for which cash came
     * @param carried lots to open in other securities
     * @param costLost whether a cost can't be known any more, since the cash was in another currency
     */
    record Result(List<MatchedLot> disposed, List<Carried> carried, boolean costLost) {}

    /** Applies an action to the open lots of its security. */
    static Result of(CorporateAction action, LotBook book, CostCurrency currency) {
        CostMoves moves = new CostMoves();
        Optional<Money> cash =
                action.cashEffect().flatMap(amount -> currency.of(amount, action.date(), Optional.empty()));
        if (action instanceof CorporateAction.ReturnOfCapital) {
            moves.spread(book.open(), cash);
            book.reorder();
        } else if (action instanceof CorporateAction.SpinOff spinOff) {
            for (OpenLot lot : book.open()) {
                moves.spinOff(lot, spinOff);
            }
            book.reorder();
        } else if (action instanceof CorporateAction.Merger merger) {
            moves.merge(book.drain(), merger, cash);
        }
        return new Result(moves.disposed, moves.carried, moves.costLost);
    }

    private void spinOff(OpenLot lot, CorporateAction.SpinOff spinOff) {
        Optional<Money> moved = part(lot.cost(), spinOff.fraction());
        lot.setCost(Shares.rest(lot.cost(), moved));
        carried.add(new Carried(
                spinOff.other(), lot.acquired(), lot.units().times(spinOff.newUnits(), spinOff.oldUnits()), moved));
    }

    private void merge(List<OpenLot> lots, CorporateAction.Merger merger, Optional<Money> cash) {
        if (merger.exchange().isEmpty()) {
            Spread spread = new Spread(cash, lots);
            lots.forEach(lot -> disposed.add(matched(lot, lot.units().abs(), lot.cost(), spread.next(lot))));
            return;
        }
        CorporateAction.Exchange exchange = merger.exchange().get();
        if (merger.amount().isPresent() && merger.fraction().isPresent()) {
            Spread spread = new Spread(cash, lots);
            for (OpenLot lot : lots) {
                Optional<Money> given = part(lot.cost(), merger.fraction().get());
                disposed.add(matched(lot, Units.NONE, given, spread.next(lot)));
                lot.setCost(Shares.rest(lot.cost(), given));
            }
        } else if (merger.amount().isPresent()) {
            spread(lots, cash);
        }
        for (OpenLot lot : lots) {
            carried.add(new Carried(
                    exchange.other(),
                    lot.acquired(),
                    lot.units().times(exchange.newUnits(), exchange.oldUnits()),
                    lot.cost()));
        }
    }

    /** Lowers the costs of lots by cash, each by its units; what goes beyond the cost of a long lot is a gain. */
    private void spread(List<OpenLot> lots, Optional<Money> cash) {
        Spread spread = new Spread(cash, lots);
        for (OpenLot lot : lots) {
            Optional<Money> share = spread.next(lot);
            Optional<Money> cost = lot.cost();
            boolean known = share.isPresent()
                    && cost.isPresent()
                    && share.get().currency().equals(cost.get().currency());
            if (!known) {
                costLost |= cost.isPresent();
                lot.setCost(Optional.empty());
                continue;
            }
            Money rest = cost.get().plus(share.get().negated());
            if (lot.units().signum() > 0 && rest.signum() < 0) {
                disposed.add(matched(
                        lot, Units.NONE, Optional.of(Money.zero(rest.currency())), Optional.of(rest.negated())));
                rest = Money.zero(rest.currency());
            }
            lot.setCost(Optional.of(rest));
        }
    }

    private static MatchedLot matched(OpenLot lot, Units units, Optional<Money> cost, Optional<Money> proceeds) {
        return new MatchedLot(lot.id(), lot.acquired(), units.rounded(), cost, proceeds);
    }

    private static Optional<Money> part(Optional<Money> cost, BigDecimal fraction) {
        return cost.map(paid -> Money.of(paid.amount().multiply(fraction, MathContext.DECIMAL128), paid.currency()));
    }

    /** Cash that is handed out to lots by their units. */
    private static final class Spread {
        private Optional<Money> left;
        private Units units = Units.NONE;

        Spread(Optional<Money> cash, List<OpenLot> lots) {
            this.left = cash;
            for (OpenLot lot : lots) {
                units = units.plus(lot.units());
            }
        }

        Optional<Money> next(OpenLot lot) {
            Optional<Money> share = Shares.of(left, lot.units(), units);
            left = Shares.rest(left, share);
            units = units.minus(lot.units());
            return share;
        }
    }
}
