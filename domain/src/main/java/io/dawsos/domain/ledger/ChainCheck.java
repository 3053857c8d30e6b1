package io.dawsos.domain.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Recomputes a ledger's hash chain from its entries.
 *
 * <p>A chain is whole if its commits follow one another without a gap, each names the hash of the one before, each hash is that
 * of what the commit holds, each entry has the identity that its place gives it, and no entry lies outside of a commit.
 */
public final class ChainCheck {

    private ChainCheck() {}

    /**
     * A place where a chain does not hold.
     *
     * @param commit the hash as it is stored
     * @param reason what was expected and what was found
     */
    public record Fault(PortfolioId portfolio, LedgerHash commit, String reason) {}

    /**
     * Finds all faults of a chain.
     *
     * @param commits oldest first
     * @param entries all entries up to the newest commit, in sequence
     * @return empty if the chain is whole
     */
    public static List<Fault> faults(PortfolioId portfolio, List<LedgerCommit> commits, List<LedgerEntry> entries) {
        List<Fault> faults = new ArrayList<>();
        Optional<LedgerHash> parent = Optional.empty();
        long nextEntry = 0;
        for (int i = 0; i < commits.size(); i++) {
            LedgerCommit commit = commits.get(i);
            if (commit.sequence() != i || commit.firstEntry() != nextEntry) {
                faults.add(new Fault(
                        portfolio,
                        commit.hash(),
                        "expected commit " + i + " from entry " + nextEntry + ", found " + commit.sequence()
                                + " from entry " + commit.firstEntry()));
            }
            if (!commit.parent().equals(parent)) {
                faults.add(new Fault(
                        portfolio,
                        commit.hash(),
                        "expected the parent " + name(parent) + ", found " + name(commit.parent())));
            }
            contents(portfolio, commit, held(entries, nextEntry, commit.entryCount()))
                    .ifPresent(faults::add);
            parent = Optional.of(commit.hash());
            nextEntry += commit.entryCount();
        }
        if (entries.size() > nextEntry && parent.isPresent()) {
            faults.add(new Fault(
                    portfolio, parent.get(), (entries.size() - nextEntry) + " entries lie outside of every commit"));
        }
        return faults;
    }

    private static List<LedgerEntry> held(List<LedgerEntry> entries, long first, int count) {
        int from = (int) Math.min(entries.size(), first);
        return entries.subList(from, (int) Math.min(entries.size(), first + count));
    }

    private static Optional<Fault> contents(PortfolioId portfolio, LedgerCommit commit, List<LedgerEntry> held) {
        List<Transaction> transactions =
                held.stream().map(LedgerEntry::transaction).toList();
        LedgerHash again = LedgerDigest.hash(
                portfolio,
                commit.parent(),
                commit.sequence(),
                commit.actor(),
                commit.at(),
                commit.note(),
                transactions);
        if (!again.equals(commit.hash())) {
            return Optional.of(new Fault(
                    portfolio,
                    commit.hash(),
                    held.size() == commit.entryCount()
                            ? "what it holds has the hash " + again.hex()
                            : "expected " + commit.entryCount() + " entries, found " + held.size()));
        }
        boolean placed = IntStream.range(0, held.size())
                .allMatch(i -> held.get(i).sequence() == commit.firstEntry() + i
                        && held.get(i).id().equals(TransactionId.derived(portfolio, commit.parent(), i)));
        return placed
                ? Optional.empty()
                : Optional.of(
                        new Fault(portfolio, commit.hash(), "an entry has another identity than its place gives"));
    }

    private static String name(Optional<LedgerHash> hash) {
        return hash.map(LedgerHash::hex).orElse("none");
    }
}
