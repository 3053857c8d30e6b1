package io.dawsos.domain.ledger;

import io.dawsos.domain.ledger.Disposal.MatchedLot;
import io.dawsos.domain.ledger.LedgerFinding.Kind;
import io.dawsos.domain.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Moves units in and out of lots while a ledger is folded, and keeps what was closed and found. */
final class LotMoves {

    private final LotRules rules;
    private final Optional<Section104> identified;
    private final Map<SecurityId, LotBook> books = new HashMap<>();
    private final Consumer<Disposal> disposals;
    private final List<LedgerFinding> findings = new ArrayList<>();

    /**
     * @param identified the sales that were identified with purchases beforehand, if the rule of matching does that
     * @param disposals takes each use of open lots
     */
    LotMoves(LotRules rules, Optional<Section104> identified, Consumer<Disposal> disposals) {
        this.disposals = disposals;
        this.rules = rules;
        this.identified = identified;
    }

    /**
     * Units on their way.
     *
     * @param units that come in; negative if they go out
     * @param cost what they cost; the negative of the proceeds if they go out
     * @param named lots to use up first
     */
    private record Move(
            LedgerEntry entry,
            int ordinal,
            SecurityId security,
            LocalDate acquired,
            Units units,
            Optional<Money> cost,
            List<LotChoice> named) {

        static Move in(LedgerEntry entry, SecurityId security, LocalDate acquired, Units units, Optional<Money> cost) {
            return new Move(entry, 0, security, acquired, units, cost, List.of());
        }
    }

    void buy(LedgerEntry entry, SecurityId security, BigDecimal quantity, Optional<Money> cost) {
        LocalDate date = entry.transaction().date();
        Optional<Section104.Day> day = identified.flatMap(plan -> plan.dayOf(entry.id()));
        if (day.isEmpty()) {
            move(Move.in(entry, security, date, Units.of(quantity), cost));
        } else if (day.get().pool()) {
            move(Move.in(entry, security, date, day.get().units(), day.get().cost()));
        }
    }

    void bringIn(
            LedgerEntry entry, SecurityId security, LocalDate acquired, BigDecimal quantity, Optional<Money> cost) {
        move(Move.in(entry, security, acquired, Units.of(quantity), cost));
    }

    void sell(LedgerEntry entry, Transaction.Sell sell, Optional<Money> proceeds) {
        List<Section104.Part> parts =
                identified.map(plan -> plan.partsOf(entry.id())).orElse(List.of());
        Units left = Units.of(sell.quantity());
        Optional<Money> leftProceeds = proceeds;
        List<MatchedLot> matched = new ArrayList<>();
        for (Section104.Part part : parts) {
            Optional<Money> share = Shares.of(leftProceeds, part.units(), left);
            leftProceeds = Shares.rest(leftProceeds, share);
            left = left.minus(part.units());
            matched.add(new MatchedLot(part.lot(), part.acquired(), part.units().rounded(), part.cost(), share));
        }
        Move rest = new Move(
                entry,
                0,
                sell.security(),
                sell.date(),
                left.negated(),
                leftProceeds.map(Money::negated),
                sell.terms().lots());
        move(rest, matched);
    }

    void takeOut(LedgerEntry entry, Transaction.TransferOut out) {
        move(new Move(
                entry,
                0,
                out.security(),
                out.date(),
                Units.of(out.quantity()).negated(),
                Optional.empty(),
                out.lots()));
    }

    void split(LedgerEntry entry, Transaction.Split split) {
        if (!book(split.security()).split(split.newUnits(), split.oldUnits())) {
            find(Kind.SPLIT_WITHOUT_POSITION, entry, split.security(), BigDecimal.ZERO);
        }
    }

    void act(LedgerEntry entry, CorporateAction action) {
        LotBook book = book(action.security());
        if (book.isEmpty()) {
            find(Kind.ACTION_WITHOUT_POSITION, entry, action.security(), BigDecimal.ZERO);
            return;
        }
        CostMoves.Result result = CostMoves.of(action, book, rules.currency());
        if (result.costLost()) {
            find(Kind.COST_UNKNOWN, entry, action.security(), BigDecimal.ZERO);
        }
        if (!result.disposed().isEmpty()) {
            dispose(entry, action.security(), result.disposed());
        }
        int ordinal = 0;
        for (CostMoves.Carried lot : result.carried()) {
            move(new Move(entry, ordinal++, lot.security(), lot.acquired(), lot.units(), lot.cost(), List.of()));
        }
    }

    private void move(Move move) {
        move(move, new ArrayList<>());
    }

    /**
     * Moves units: they close open lots of the other sign first, the rest opens a lot.
     *
     * @param matched what was closed already
     */
    private void move(Move move, List<MatchedLot> matched) {
        LotBook book = book(move.security());
        Units rest = move.units().abs();
        Optional<Money> restCost = move.cost();
        int sign = move.units().signum();
        if (sign != 0 && book.closes(sign)) {
            checkNamed(move, book);
            LotBook.Closing closing = book.close(rest, restCost.map(Money::negated), move.named());
            matched.addAll(closing.matched());
            if (closing.dust().signum() > 0) {
                find(Kind.REST_CLOSED, move.entry(), move.security(), closing.dust());
            }
            rest = closing.rest();
            restCost = rest.signum() == 0
                    ? Optional.empty()
                    : restCost.flatMap(
                            cost -> Sums.ofProceeds(closing.matched()).map(cost::plus));
        }
        if (!matched.isEmpty()) {
            dispose(move.entry(), move.security(), matched);
        }
        if (rest.signum() > 0) {
            open(move, book, rest, restCost);
        }
    }

    private void open(Move move, LotBook book, Units rest, Optional<Money> cost) {
        TransactionType type = move.entry().transaction().type();
        boolean out = move.units().signum() < 0;
        if (out && type != TransactionType.SHORT_SALE && move.ordinal() == 0 && !carries(type)) {
            find(Kind.OVERSOLD, move.entry(), move.security(), rest.rounded());
        } else if (!out && type == TransactionType.COVER) {
            find(Kind.COVERED_TOO_MUCH, move.entry(), move.security(), rest.rounded());
        }
        book.open(new LotId(move.entry().id(), move.ordinal()), move.acquired(), out ? rest.negated() : rest, cost);
    }

    private static boolean carries(TransactionType type) {
        return type == TransactionType.SPIN_OFF || type == TransactionType.MERGER;
    }

    private void checkNamed(Move move, LotBook book) {
        BigDecimal missing = book.missing(move.named());
        if (missing.signum() > 0) {
            find(Kind.LOT_NOT_OPEN, move.entry(), move.security(), missing);
        }
    }

    private void dispose(LedgerEntry entry, SecurityId security, List<MatchedLot> matched) {
        disposals.accept(new Disposal(
                entry.id(),
                entry.transaction().type(),
                entry.transaction().date(),
                security,
                Sums.ofUnits(matched),
                Sums.ofProceeds(matched),
                matched));
    }

    private LotBook book(SecurityId security) {
        return Objects.requireNonNull(books.computeIfAbsent(security, id -> new LotBook(id, rules)));
    }

    void find(Kind kind, LedgerEntry entry, SecurityId security, BigDecimal quantity) {
        findings.add(new LedgerFinding(kind, entry.id(), entry.transaction().date(), security, quantity));
    }

    Map<SecurityId, Position> positions() {
        Map<SecurityId, Position> positions = new TreeMap<>();
        books.forEach((security, book) -> {
            if (!book.isEmpty()) {
                positions.put(security, Position.of(security, book.lots()));
            }
        });
        return positions;
    }

    List<LedgerFinding> findings() {
        return findings;
    }
}
