package io.dawsos.domain.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.domain.identity.UserId;
import io.dawsos.domain.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever is changed in a stored chain is found. */
class ChainCheckTest {

    private static final PortfolioId PORTFOLIO = new PortfolioId(new UUID(1, 2));
    private static final UserId ACTOR = new UserId(new UUID(3, 4));
    private static final LocalDate DAY = LocalDate.of(2026, 1, 2);

    private final List<LedgerCommit> commits = new ArrayList<>();
    private final List<LedgerEntry> entries = new ArrayList<>();

    @BeforeEach
    void three_commits() {
        for (int i = 0; i < 3; i++) {
            Optional<LedgerCommit> head = i == 0 ? Optional.empty() : Optional.of(commits.get(i - 1));
            List<Transaction> transactions = List.of(deposit(10 + i), deposit(20 + i));
            LedgerCommit commit = LedgerDigest.commit(
                    PORTFOLIO, head, transactions, ACTOR, Instant.parse("2026-01-03T00:00:00Z"), "import " + i);
            commits.add(commit);
            entries.addAll(LedgerDigest.entries(PORTFOLIO, commit, transactions));
        }
    }

    private static Transaction deposit(int amount) {
        return new Transaction.Deposit(DAY, Money.of(Integer.toString(amount), "EUR"), "");
    }

    private List<String> reasons() {
        return ChainCheck.faults(PORTFOLIO, commits, entries).stream()
                .map(ChainCheck.Fault::reason)
                .toList();
    }

    @Test
    void a_chain_as_it_was_written_is_whole() {
        assertThat(reasons()).isEmpty();
        assertThat(ChainCheck.faults(PORTFOLIO, List.of(), List.of())).isEmpty();
    }

    @Test
    void a_changed_amount_is_found() {
        LedgerEntry entry = entries.get(3);
        entries.set(3, new LedgerEntry(entry.id(), entry.sequence(), deposit(999)));
        assertThat(ChainCheck.faults(PORTFOLIO, commits, entries))
                .singleElement()
                .satisfies(fault ->
                        assertThat(fault.commit()).isEqualTo(commits.get(1).hash()));
    }

    @Test
    void a_changed_note_is_found() {
        LedgerCommit was = commits.get(0);
        commits.set(
                0,
                new LedgerCommit(
                        was.hash(),
                        was.parent(),
                        was.sequence(),
                        was.firstEntry(),
                        was.entryCount(),
                        was.actor(),
                        was.at(),
                        "another"));
        assertThat(reasons()).singleElement().asString().startsWith("what it holds has the hash");
    }

    @Test
    void a_missing_entry_is_found() {
        entries.remove(5);
        assertThat(reasons()).containsExactly("expected 2 entries, found 1");
    }

    @Test
    void an_entry_too_many_is_found() {
        entries.add(new LedgerEntry(TransactionId.derived(PORTFOLIO, Optional.empty(), 9), 6, deposit(1)));
        assertThat(reasons()).containsExactly("1 entries lie outside of every commit");
    }

    @Test
    void a_missing_commit_is_found() {
        commits.remove(1);
        entries.subList(2, 4).clear();
        assertThat(reasons()).anyMatch(reason -> reason.startsWith("expected the parent"));
    }

    @Test
    void an_entry_with_the_identity_of_another_place_is_found() {
        LedgerEntry entry = entries.get(2);
        entries.set(2, new LedgerEntry(entries.get(0).id(), entry.sequence(), entry.transaction()));
        assertThat(reasons()).containsExactly("an entry has another identity than its place gives");
    }
}
