package io.dawsos.domain.tax;

import io.dawsos.domain.money.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A parcel, or what is left of one after a part was split off, while the rule on wash sales is applied. */
final class WashPiece {

    private final int order;
    private final List<WashPiece> parts = new ArrayList<>();
    private final Set<Object> lots = new HashSet<>();
    private Parcel parcel;
    private LocalDate heldFrom;
    private Optional<Money> disallowed = Optional.empty();
    private boolean replacement;
    private boolean lossSeen;

    WashPiece(Parcel parcel, int order) {
        this.parcel = parcel;
        this.order = order;
        this.heldFrom = parcel.acquired();
        lots.add(List.of(parcel.portfolio(), parcel.lot()));
    }

    /** Only long units of known cost take part. */
    boolean counts() {
        return parcel.cost().isPresent()
                && parcel.quantity().signum() > 0
                && parcel.sale()
                        .map(sale -> !sale.ofShort() && sale.proceeds().isPresent())
                        .orElse(true);
    }

    Parcel parcel() {
        return parcel;
    }

    int order() {
        return order;
    }

    Optional<LocalDate> sold() {
        return parcel.sale().map(Parcel.Sale::date);
    }

    Money loss() {
        return parcel.gain().orElseThrow().negated();
    }

    boolean isUnseenLoss() {
        return !lossSeen && parcel.gain().filter(gain -> gain.signum() < 0).isPresent();
    }

    void see() {
        lossSeen = true;
    }

    /** Whether it may replace units that were sold at a loss. */
    boolean replaces(WashPiece lost, int days) {
        LocalDate date = lost.sold().orElseThrow();
        return !replacement
                && !lossSeen
                && !parcel.acquired().isBefore(date.minusDays(days))
                && !parcel.acquired().isAfter(date.plusDays(days))
                && sold().filter(sold -> sold.isBefore(date)).isEmpty()
                && lots.stream().noneMatch(lost.lots::contains);
    }

    /** Splits off some units, as they are at present; this piece keeps the rest. All of them is this piece itself. */
    WashPiece take(BigDecimal units) {
        BigDecimal whole = parcel.presentQuantity();
        if (units.compareTo(whole) == 0) {
            return this;
        }
        Parcel part = scaled(parcel, units, whole);
        WashPiece taken = new WashPiece(part, order);
        taken.heldFrom = heldFrom;
        taken.lots.addAll(lots);
        taken.lossSeen = lossSeen;
        taken.replacement = replacement;
        parcel = rest(parcel, part);
        parts.add(taken);
        return taken;
    }

    private static Parcel scaled(Parcel parcel, BigDecimal units, BigDecimal whole) {
        return new Parcel(
                parcel.portfolio(),
                parcel.security(),
                parcel.lot(),
                parcel.acquired(),
                share(parcel.quantity(), units, whole),
                units,
                parcel.cost().map(cost -> share(cost, units, whole)),
                parcel.sale()
                        .map(sale -> new Parcel.Sale(
                                sale.transaction(),
                                sale.date(),
                                sale.ofShort(),
                                sale.proceeds().map(amount -> share(amount, units, whole)))));
    }

    private static Parcel rest(Parcel whole, Parcel part) {
        return new Parcel(
                whole.portfolio(),
                whole.security(),
                whole.lot(),
                whole.acquired(),
                whole.quantity().subtract(part.quantity()),
                whole.presentQuantity().subtract(part.presentQuantity()),
                minus(whole.cost(), part.cost()),
                whole.sale()
                        .map(sale -> new Parcel.Sale(
                                sale.transaction(),
                                sale.date(),
                                sale.ofShort(),
                                minus(sale.proceeds(), part.sale().flatMap(Parcel.Sale::proceeds)))));
    }

    private static Optional<Money> minus(Optional<Money> whole, Optional<Money> part) {
        return whole.flatMap(amount -> part.map(Money::negated).map(amount::plus));
    }

    private static Money share(Money amount, BigDecimal units, BigDecimal whole) {
        return Money.of(share(amount.amount(), units, whole), amount.currency());
    }

    private static BigDecimal share(BigDecimal amount, BigDecimal units, BigDecimal whole) {
        return amount.multiply(units).divide(whole, MathContext.DECIMAL128);
    }

    /** Takes over the loss and the time held of as many units sold. */
    WashSales.Match replace(WashPiece lost) {
        Money loss = lost.loss();
        Parcel before = parcel;
        long held = lost.sold().orElseThrow().toEpochDay() - lost.heldFrom.toEpochDay();
        Money cost = parcel.cost().orElseThrow().plus(loss);
        lost.disallowed = Optional.of(loss);
        heldFrom = heldFrom.minusDays(held);
        replacement = true;
        lots.addAll(lost.lots);
        parcel = new Parcel(
                before.portfolio(),
                before.security(),
                before.lot(),
                before.acquired(),
                before.quantity(),
                before.presentQuantity(),
                Optional.of(cost),
                before.sale());
        return new WashSales.Match(lost.parcel, loss, before, cost, heldFrom);
    }

    /** This piece and those that were split off it. */
    Stream<WashSales.Adjusted> adjusted() {
        return Stream.concat(
                parts.stream().flatMap(WashPiece::adjusted),
                Stream.of(new WashSales.Adjusted(parcel, heldFrom, disallowed)));
    }
}
