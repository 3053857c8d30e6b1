package io.dawsos.domain.ledger;

import io.dawsos.domain.money.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Optional;

/** A lot while its quantity is still an exact fraction and changes. */
final class OpenLot {

    private final LotId id;
    private final LocalDate acquired;
    private final long day;
    private final long order;
    private Units units;
    private Optional<Money> cost;
    private BigDecimal unitCost = BigDecimal.ZERO;
    private int costRank = Integer.MAX_VALUE;

    /** @param order its place among the lots of its book */
    OpenLot(LotId id, LocalDate acquired, long order, Units units, Optional<Money> cost) {
        this.id = id;
        this.acquired = acquired;
        this.day = acquired.toEpochDay();
        this.order = order;
        this.units = units;
        this.cost = cost;
    }

    LotId id() {
        return id;
    }

    LocalDate acquired() {
        return acquired;
    }

    /** The date of acquisition in days since 1970. */
    long day() {
        return day;
    }

    long order() {
        return order;
    }

    /** Negative if short; 0 once it is closed. */
    Units units() {
        return units;
    }

    Optional<Money> cost() {
        return cost;
    }

    boolean isOpen() {
        return units.signum() != 0;
    }

    void set(Units rest, Optional<Money> restCost) {
        units = rest;
        cost = restCost;
    }

    void setCost(Optional<Money> other) {
        cost = other;
    }

    /**
     * Computes its cost per unit anew.
     *
     * @param rank of the cost's currency
     */
    void price(int rank) {
        costRank = cost.isPresent() ? rank : Integer.MAX_VALUE;
        unitCost = cost.map(paid -> paid.amount().divide(units.rounded(), MathContext.DECIMAL128))
                .orElse(BigDecimal.ZERO);
    }

    int costRank() {
        return costRank;
    }

    BigDecimal unitCost() {
        return unitCost;
    }

    Lot toLot(SecurityId security) {
        return new Lot(id, security, acquired, units.rounded(), cost);
    }
}
