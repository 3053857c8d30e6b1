package io.dawsos.domain.ledger;

import io.dawsos.domain.identity.UserId;
import java.time.Instant;
import java.util.Optional;

/**
 * One link of a portfolio's hash chain: the entries that were added together, by whom and when.
 *
 * @param hash over the parent and all that follows, as {@link LedgerDigest} defines it
 * @param parent the head that it builds on; empty for the first commit
 * @param sequence its position in the chain, from 0
 * @param firstEntry the sequence of its first entry
 * @param entryCount how many entries it adds, at least 1
 * @param at in UTC, to the microsecond
 */
public record LedgerCommit(
        LedgerHash hash,
        Optional<LedgerHash> parent,
        long sequence,
        long firstEntry,
        int entryCount,
        UserId actor,
        Instant at,
        String note) {}
