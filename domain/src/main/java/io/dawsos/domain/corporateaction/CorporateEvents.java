package io.dawsos.domain.corporateaction;

import io.dawsos.domain.deadline.Deadline;
import io.dawsos.domain.identity.AccessScope;
import io.dawsos.domain.ledger.SecurityId;
import io.dawsos.domain.ledger.Universe;
import io.dawsos.domain.pricing.PricingPack;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The announced events of securities: append-only, in revisions, read through packs. */
public interface CorporateEvents {

    /**
     * Lists the events that are in force at a pack's cut, of the pack's universe, for dates of a range. Their dates may be after
     * the pack's: what counts is when they became known.
     *
     * @param from the first date
     * @param to the last date
     * @return ordered by date, symbol, kind (dividends, splits, earnings) and label
     * @throws Deadline.CancelledException if the time is over
     */
    List<ListedEvent> between(PricingPack pack, LocalDate from, LocalDate to, Deadline deadline);

    /** The same of some securities only. */
    List<ListedEvent> between(
            PricingPack pack, Set<SecurityId> securities, LocalDate from, LocalDate to, Deadline deadline);

    /**
     * Records announcements as one revision, or nothing of them. One that equals what is in force is not stored again; of two of
     * one security, kind, date and label the last counts.
     *
     * @throws IllegalArgumentException if a security is not known in the universe; nothing is stored then
     */
    RecordedAnnouncements record(
            AccessScope scope, Universe universe, String source, Collection<Announcement> announcements);

    /**
     * What became of announcements.
     *
     * @param offered how many there were
     * @param stored how many were new or changed
     * @param revision the revision that holds them; empty if none was stored
     */
    record RecordedAnnouncements(long offered, long stored, Optional<Long> revision) {}
}
