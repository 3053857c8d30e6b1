package io.dawsos.application.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dawsos.domain.identity.AccessScope;
import io.dawsos.domain.identity.UserId;
import io.dawsos.domain.ledger.CashConversion;
import io.dawsos.domain.ledger.CorporateAction;
import io.dawsos.domain.ledger.IncomeInUnits;
import io.dawsos.domain.ledger.Ledger;
import io.dawsos.domain.ledger.LedgerCommit;
import io.dawsos.domain.ledger.LedgerDigest;
import io.dawsos.domain.ledger.LedgerEntry;
import io.dawsos.domain.ledger.LedgerHash;
import io.dawsos.domain.ledger.LotChoice;
import io.dawsos.domain.ledger.LotId;
import io.dawsos.domain.ledger.Portfolio;
import io.dawsos.domain.ledger.PortfolioId;
import io.dawsos.domain.ledger.PortfolioNotFoundException;
import io.dawsos.domain.ledger.Reversal;
import io.dawsos.domain.ledger.Securities;
import io.dawsos.domain.ledger.Security;
import io.dawsos.domain.ledger.SecurityId;
import io.dawsos.domain.ledger.StatedRate;
import io.dawsos.domain.ledger.SymbolTakenException;
import io.dawsos.domain.ledger.TradeTerms;
import io.dawsos.domain.ledger.Transaction;
import io.dawsos.domain.ledger.TransactionId;
import io.dawsos.domain.ledger.TransactionType;
import io.dawsos.domain.ledger.Universe;
import io.dawsos.domain.money.CurrencyCode;
import io.dawsos.domain.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What {@link Ledger} promises. */
public abstract class LedgerContract {

    private static final LocalDate DAY = LocalDate.of(2026, 2, 28);
    private static final Instant AT = Instant.parse("2026-11-25T10:11:12.123456789Z");

    /** Gives ports over an empty store. */
    protected abstract Ports ports();

    private static List<Transaction> everyType(SecurityId security) {
        BigDecimal many = new BigDecimal("12345678901234567.890123456789012345");
        Money amount = Money.of("0.10", "EUR");
        return List.of(
                new Transaction.Deposit(
                        DAY, Money.of(many, amount.currency()), "Caf\u00e9 \u4e16\u754c \ud83d\ude00 'quoted'"),
                new Transaction.Withdrawal(DAY, amount, ""),
                new Transaction.Buy(DAY, security, many, Optional.empty(), amount, BigDecimal.ZERO, BigDecimal.ONE, ""),
                new Transaction.Sell(
                        DAY,
                        security,
                        BigDecimal.ONE,
                        Optional.of(many),
                        amount.negated(),
                        BigDecimal.ONE,
                        BigDecimal.ZERO,
                        ""),
                new Transaction.Dividend(DAY, security, amount, new BigDecimal("0.015"), ""),
                new Transaction.Interest(DAY, amount.negated(), ""),
                new Transaction.Fee(DAY, amount, ""),
                new Transaction.Tax(DAY, amount, ""),
                new Transaction.TransferIn(DAY, security, BigDecimal.TEN, Optional.of(amount), ""),
                new Transaction.TransferIn(DAY, security, BigDecimal.TEN, Optional.empty(), ""),
                new Transaction.TransferOut(DAY, security, BigDecimal.ONE, ""),
                new Transaction.Split(DAY, security, new BigDecimal("3"), new BigDecimal("2"), ""));
    }

    private static List<Transaction> everyFurtherType(SecurityId security, SecurityId other) {
        Money amount = Money.of("0.10", "EUR");
        BigDecimal two = new BigDecimal("2");
        LotChoice choice = new LotChoice(
                new LotId(TransactionId.derived(new PortfolioId(security.value()), Optional.empty(), 0), 3), two);
        TradeTerms terms = new TradeTerms(
                Optional.of(Money.of("1.25", "USD")),
                Optional.of(new StatedRate(CurrencyCode.of("USD"), new BigDecimal("1.083"))),
                List.of(choice, choice));
        return List.of(
                new Transaction.Buy(
                        TransactionType.COVER, DAY, security, two, Optional.empty(), amount, two, two, terms, ""),
                new Transaction.Buy(
                        TransactionType.RIGHTS, DAY, security, two, Optional.of(two), amount, two, two, terms, ""),
                new Transaction.Sell(
                        TransactionType.SHORT_SALE, DAY, security, two, Optional.of(two), amount, two, two, terms, ""),
                new Transaction.Dividend(DAY, security, amount, two, two, terms, ""),
                new Transaction.Interest(TransactionType.OTHER_INCOME, DAY, amount, two, ""),
                new IncomeInUnits(
                        TransactionType.REINVESTED_DIVIDEND,
                        DAY,
                        security,
                        two,
                        Optional.empty(),
                        Optional.of(amount),
                        two,
                        two,
                        terms,
                        ""),
                new IncomeInUnits(
                        TransactionType.STAKING,
                        DAY,
                        security,
                        two,
                        Optional.empty(),
                        Optional.empty(),
                        BigDecimal.ZERO,
                        BigDecimal.ZERO,
                        TradeTerms.NONE,
                        ""),
                new Transaction.TransferIn(DAY, security, two, Optional.of(amount), Optional.of(DAY.minusYears(3)), ""),
                new Transaction.TransferOut(DAY, security, two, List.of(choice), ""),
                new Transaction.Split(TransactionType.REVERSE_SPLIT, DAY, security, BigDecimal.ONE, BigDecimal.TEN, ""),
                new Transaction.Split(TransactionType.BONUS, DAY, security, BigDecimal.TEN, two, ""),
                new CorporateAction.ReturnOfCapital(DAY, security, amount, two, ""),
                new CorporateAction.SpinOff(DAY, security, other, two, BigDecimal.TEN, new BigDecimal("0.2348"), ""),
                new CorporateAction.Merger(
                        DAY,
                        security,
                        Optional.of(new CorporateAction.Exchange(other, two, BigDecimal.TEN)),
                        Optional.of(amount),
                        Optional.of(new BigDecimal("0.5")),
                        ""),
                new CorporateAction.Merger(DAY, security, Optional.empty(), Optional.of(amount), Optional.empty(), ""),
                new CashConversion(DAY, amount, Money.of("0.11", "USD"), two, ""),
                new Reversal(DAY, choice.lot().opening(), "wrong file"));
    }

    @Test
    void every_further_type_of_transaction_comes_back_as_it_was() {
        Ports ports = ports();
        UserId ada = ports.user("ada@example.org");
        Portfolio portfolio = ports.portfolio(ada, "Mine");
        List<Transaction> transactions = everyFurtherType(
                ports.described(ada, "X", Universe.REAL).id(),
                ports.described(ada, "Y", Universe.REAL).id());
        LedgerCommit commit = append(ports, portfolio, transactions);
        assertThat(ports.port(Ledger.class).entries(AccessScope.of(portfolio.owner()), portfolio.id(), commit.hash()))
                .extracting(LedgerEntry::transaction)
                .containsExactlyElementsOf(transactions);
    }

    private static LedgerCommit append(Ports ports, Portfolio portfolio, List<Transaction> transactions) {
        AccessScope scope = AccessScope.of(portfolio.owner());
        Ledger ledger = ports.port(Ledger.class);
        LedgerCommit commit = LedgerDigest.commit(
                portfolio.id(), ledger.head(scope, portfolio.id()), transactions, portfolio.owner(), AT, "note \u00e9");
        assertThat(ledger.append(
                        scope, portfolio.id(), commit, LedgerDigest.entries(portfolio.id(), commit, transactions)))
                .isTrue();
        return commit;
    }

    @Test
    void an_empty_ledger_has_neither_head_nor_entries() {
        Ports ports = ports();
        Portfolio portfolio = ports.portfolio(ports.user("ada@example.org"), "Mine");
        AccessScope scope = AccessScope.of(portfolio.owner());
        Ledger ledger = ports.port(Ledger.class);
        assertThat(ledger.head(scope, portfolio.id())).isEmpty();
        assertThat(ledger.commits(scope, portfolio.id())).isEmpty();
        assertThat(ledger.entries(scope, portfolio.id(), new LedgerHash("0".repeat(64))))
                .isEmpty();
    }

    @Test
    void every_type_survives_with_all_its_digits_and_the_hash_is_that_of_what_is_read() {
        Ports ports = ports();
        UserId ada = ports.user("ada@example.org");
        Portfolio portfolio = ports.portfolio(ada, "Mine");
        List<Transaction> transactions =
                everyType(ports.described(ada, "X", Universe.REAL).id());
        LedgerCommit commit = append(ports, portfolio, transactions);
        List<LedgerEntry> read = ports.port(Ledger.class).entries(AccessScope.of(ada), portfolio.id(), commit.hash());
        assertThat(read).isEqualTo(LedgerDigest.entries(portfolio.id(), commit, transactions));
        assertThat(ports.port(Ledger.class).head(AccessScope.of(ada), portfolio.id()))
                .contains(commit);
        assertThat(LedgerDigest.hash(
                        portfolio.id(),
                        commit.parent(),
                        commit.sequence(),
                        commit.actor(),
                        commit.at(),
                        commit.note(),
                        read.stream().map(LedgerEntry::transaction).toList()))
                .isEqualTo(commit.hash());
    }

    @Test
    void an_older_head_shows_the_entries_up_to_it() {
        Ports ports = ports();
        Portfolio portfolio = ports.portfolio(ports.user("ada@example.org"), "Mine");
        AccessScope scope = AccessScope.of(portfolio.owner());
        LedgerCommit first = append(ports, portfolio, List.of(new Transaction.Deposit(DAY, Money.of("1", "EUR"), "")));
        LedgerCommit second = append(ports, portfolio, List.of(new Transaction.Deposit(DAY, Money.of("2", "EUR"), "")));
        Ledger ledger = ports.port(Ledger.class);
        assertThat(second.parent()).contains(first.hash());
        assertThat(ledger.entries(scope, portfolio.id(), first.hash())).hasSize(1);
        assertThat(ledger.entries(scope, portfolio.id(), second.hash()))
                .extracting(LedgerEntry::sequence)
                .containsExactly(0L, 1L);
        assertThat(ledger.commits(scope, portfolio.id())).containsExactly(first, second);
    }

    @Test
    void a_commit_on_an_old_head_is_refused_whole() {
        Ports ports = ports();
        Portfolio portfolio = ports.portfolio(ports.user("ada@example.org"), "Mine");
        AccessScope scope = AccessScope.of(portfolio.owner());
        List<Transaction> one = List.of(new Transaction.Deposit(DAY, Money.of("1", "EUR"), ""));
        LedgerCommit late = LedgerDigest.commit(portfolio.id(), Optional.empty(), one, portfolio.owner(), AT, "late");
        LedgerCommit first = append(ports, portfolio, one);
        Ledger ledger = ports.port(Ledger.class);
        assertThat(ledger.append(scope, portfolio.id(), late, LedgerDigest.entries(portfolio.id(), late, one)))
                .isFalse();
        assertThat(ledger.commits(scope, portfolio.id())).containsExactly(first);
    }

    @Test
    void another_user_sees_no_chain_and_can_not_add_to_it() {
        Ports ports = ports();
        Portfolio portfolio = ports.portfolio(ports.user("ada@example.org"), "Mine");
        LedgerCommit commit = append(ports, portfolio, List.of(new Transaction.Deposit(DAY, Money.of("1", "EUR"), "")));
        AccessScope eve = AccessScope.of(ports.user("eve@example.org"));
        Ledger ledger = ports.port(Ledger.class);
        assertThat(ledger.head(eve, portfolio.id())).isEmpty();
        assertThat(ledger.entries(eve, portfolio.id(), commit.hash())).isEmpty();
        assertThatThrownBy(() -> ledger.append(eve, portfolio.id(), commit, List.of()))
                .isInstanceOf(PortfolioNotFoundException.class);
    }

    @Test
    void new_securities_come_with_their_commit_or_not_at_all() {
        Ports ports = ports();
        Portfolio portfolio = ports.portfolio(ports.user("ada@example.org"), "One");
        AccessScope scope = AccessScope.of(portfolio.owner());
        Ledger ledger = ports.port(Ledger.class);
        Securities securities = ports.port(Securities.class);
        Security fresh = Ports.security("NEW", "EUR", portfolio.universe());
        List<Transaction> transactions =
                List.of(new Transaction.TransferIn(DAY, fresh.id(), BigDecimal.TEN, Optional.empty(), ""));
        LedgerCommit first =
                LedgerDigest.commit(portfolio.id(), Optional.empty(), transactions, portfolio.owner(), AT, "first");
        LedgerCommit late = LedgerDigest.commit(
                portfolio.id(), Optional.of(first), transactions, portfolio.owner(), AT, "its parent is not there");
        assertThat(ledger.append(
                        scope,
                        portfolio.id(),
                        late,
                        LedgerDigest.entries(portfolio.id(), late, transactions),
                        List.of(fresh)))
                .isFalse();
        assertThat(securities.bySymbol(portfolio.universe(), List.of("NEW"))).isEmpty();
        assertThat(ledger.append(
                        scope,
                        portfolio.id(),
                        first,
                        LedgerDigest.entries(portfolio.id(), first, transactions),
                        List.of(fresh)))
                .isTrue();
        assertThat(securities.bySymbol(portfolio.universe(), List.of("NEW"))).containsEntry("NEW", fresh);

        Security rival = Ports.security("NEW", "EUR", portfolio.universe());
        Security another = Ports.security("OTHER", "EUR", portfolio.universe());
        assertThatThrownBy(() -> ledger.append(
                        scope,
                        portfolio.id(),
                        late,
                        LedgerDigest.entries(portfolio.id(), late, transactions),
                        List.of(another, rival)))
                .isInstanceOfSatisfying(
                        SymbolTakenException.class,
                        taken -> assertThat(taken.symbol()).isEqualTo("NEW"));
        assertThat(ledger.head(scope, portfolio.id())).contains(first);
        assertThat(securities.bySymbol(portfolio.universe(), List.of("OTHER"))).isEmpty();
    }
}
