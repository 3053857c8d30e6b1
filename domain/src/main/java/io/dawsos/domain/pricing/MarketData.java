package io.dawsos.domain.pricing;

import io.dawsos.domain.deadline.Deadline;
import io.dawsos.domain.identity.AccessScope;
import io.dawsos.domain.ledger.Security;
import io.dawsos.domain.ledger.Universe;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The bitemporal store of market observations: append-only, in revisions, read through packs. */
public interface MarketData {

    /** Reads all that a request names, through a pack, in one statement. */
    default MarketSlice slice(PricingPack pack, SliceRequest request) {
        return slice(pack, request, Deadline.NEVER);
    }

    /**
     * The same for a caller who waits for so long: the store stops to work for it then.
     *
     * @throws Deadline.CancelledException if the time is over
     */
    MarketSlice slice(PricingPack pack, SliceRequest request, Deadline deadline);

    /** Finds securities as a pack describes them, by symbol, ordered by symbol; unknown symbols are absent. */
    List<Security> withSymbols(PricingPack pack, Set<String> symbols, Deadline deadline);

    /** Lists the securities of a sector as a pack describes them, ordered by symbol. */
    List<Security> ofSector(PricingPack pack, String sector, Deadline deadline);

    /**
     * Records a batch of observations as one revision, or nothing of it.
     *
     * <p>An observation equal to the one in force is not stored again; if none is left, no revision is made. Among equal
     * subjects and dates of one batch the last one counts. The batch is staged first; its revision's number is taken under
     * a lock for the final insert only, so that the order of revisions is the order of commits.
     *
     * @param source where the observations come from, such as {@code import:prices.csv}
     * @param feed pushes the observations; what it throws is thrown on, and nothing is stored
     */
    RecordedBatch record(AccessScope scope, Universe universe, String source, ObservationFeed feed);

    /** Pushes observations into a sink, in any order. */
    @FunctionalInterface
    interface ObservationFeed {
        /** Pushes all observations of the batch. */
        void pushTo(ObservationSink sink);
    }

    /**
     * What became of a batch.
     *
     * @param offered how many observations were pushed
     * @param stored how many were new or changed
     * @param revision the revision that holds them; empty if none was stored
     * @param newest the newest date among the observations of prices and rates that were pushed; empty if there were none
     */
    record RecordedBatch(long offered, long stored, Optional<Long> revision, Optional<LocalDate> newest) {}
}
