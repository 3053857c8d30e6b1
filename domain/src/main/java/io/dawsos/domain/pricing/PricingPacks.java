package io.dawsos.domain.pricing;

import io.dawsos.domain.ledger.Universe;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The pricing packs that were built. They are shared data: every user sees them. */
public interface PricingPacks {

    /**
     * Builds the pack of a universe's newest revision, or gives it if it exists.
     *
     * @param asOf the pack's date; if empty, the newest date that has a price or exchange rate
     * @return empty if the universe has no revision, or no observation that gives a date
     */
    Optional<PricingPack> build(Universe universe, Optional<LocalDate> asOf);

    /** Finds a pack. */
    Optional<PricingPack> find(PackId id);

    /** Finds a pack with its state. */
    Optional<PackState> state(PackId id);

    /** Gives the pack that answers when nobody names one: the greatest date, then the greatest cut. */
    Optional<PricingPack> newest(Universe universe);

    /** Lists packs, newest first as {@link #newest} orders them, with their state. */
    List<PackState> list(Universe universe, int limit);

    /**
     * A pack and where it stands.
     *
     * @param superseded whether a pack of the same universe and date with a greater cut exists
     */
    record PackState(PricingPack pack, boolean superseded) {}
}
