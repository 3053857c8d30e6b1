package io.dawsos.domain.tax;

import io.dawsos.domain.ledger.SecurityId;
import io.dawsos.domain.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * The rule that defers a loss if the same security was bought within some days before or after the sale.
 *
 * <p>The loss of as many units is disallowed as were bought, the earliest purchase first, and each unit bought counts once. The
 * loss is added to the cost of the units bought, and the time for which the sold units were held to theirs. Units of the lot
 * that was sold, units whose own loss was looked at before, and units sold before the loss was made replace nothing.
 */
public final class WashSales {

    private WashSales() {}

    /**
     * Part of a loss and the purchase that defers it.
     *
     * @param sold the units sold at a loss
     * @param disallowed the loss that is deferred, more than 0
     * @param replacement the units that replaced them, at their cost and date before the loss was added
     * @param newCost the cost of the replacement with the loss added
     * @param heldFrom the date from which the replacement counts as held
     */
    public record Match(Parcel sold, Money disallowed, Parcel replacement, Money newCost, LocalDate heldFrom) {}

    /**
     * A parcel after the rule.
     *
     * @param parcel its part of a parcel, with the cost after losses were added to it
     * @param heldFrom the date from which it counts as held
     * @param disallowed the part of its own loss that is deferred; 0 or more
     */
    public record Adjusted(Parcel parcel, LocalDate heldFrom, Optional<Money> disallowed) {

        /** The gain that counts: what was made plus what of a loss is deferred; empty if it is held or not known. */
        public Optional<Money> gain() {
            return parcel.gain().map(gain -> disallowed.map(gain::plus).orElse(gain));
        }
    }

    /**
     * What the rule makes of parcels.
     *
     * @param parcels in the order of the parcels they are of; split where only a part was replaced
     * @param matches in the order in which losses were looked at
     */
    public record Result(List<Adjusted> parcels, List<Match> matches) {
        public Result {
            parcels = List.copyOf(parcels);
            matches = List.copyOf(matches);
        }
    }

    /** Leaves parcels as they are, for who asks for no such rule. */
    public static Result none(List<Parcel> parcels) {
        return new Result(
                parcels.stream()
                        .map(parcel -> new Adjusted(parcel, parcel.acquired(), Optional.empty()))
                        .toList(),
                List.of());
    }

    /**
     * Applies the rule.
     *
     * @param parcels of all portfolios of one owner, with costs in one currency
     * @param days before and after a sale, both included: 30 make a window of 61 days
     * @param same gives one name to all securities that are substantially identical
     */
    public static Result of(List<Parcel> parcels, int days, UnaryOperator<SecurityId> same) {
        List<WashPiece> pieces = new ArrayList<>();
        Map<SecurityId, List<WashPiece>> groups = new TreeMap<>();
        for (Parcel parcel : parcels) {
            WashPiece piece = new WashPiece(parcel, pieces.size());
            pieces.add(piece);
            if (piece.counts()) {
                groups.computeIfAbsent(same.apply(parcel.security()), id -> new ArrayList<>())
                        .add(piece);
            }
        }
        List<Match> matches = new ArrayList<>();
        groups.values().forEach(group -> new WashGroup(group, days).run(matches));
        return new Result(pieces.stream().flatMap(WashPiece::adjusted).toList(), matches);
    }
}
