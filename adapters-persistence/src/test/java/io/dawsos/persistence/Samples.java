package io.dawsos.persistence;

import io.dawsos.domain.execution.ExecutionRecord;
import io.dawsos.domain.identity.AccessScope;
import io.dawsos.domain.identity.EmailAddress;
import io.dawsos.domain.identity.Role;
import io.dawsos.domain.identity.User;
import io.dawsos.domain.identity.UserId;
import io.dawsos.domain.identity.Users;
import io.dawsos.domain.ledger.Ledger;
import io.dawsos.domain.ledger.LedgerCommit;
import io.dawsos.domain.ledger.LedgerDigest;
import io.dawsos.domain.ledger.Portfolio;
import io.dawsos.domain.ledger.PortfolioId;
import io.dawsos.domain.ledger.Portfolios;
import io.dawsos.domain.ledger.Securities;
import io.dawsos.domain.ledger.Security;
import io.dawsos.domain.ledger.SecurityId;
import io.dawsos.domain.ledger.SecurityType;
import io.dawsos.domain.ledger.Transaction;
import io.dawsos.domain.ledger.Universe;
import io.dawsos.domain.money.CurrencyCode;
import io.dawsos.domain.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Rows that tests put into a store, with identities of their own each time. */
public final class Samples {

    /** A scope that sees everything. */
    public static final AccessScope SYSTEM = AccessScope.system("test");

    /** The date of sample transactions. */
    public static final LocalDate DATE = LocalDate.of(2026, 3, 2);

    private static final Instant AT = Instant.parse("2026-03-02T12:00:00.123456Z");

    private Samples() {}

    /** Adds a user. */
    public static UserId user(TestStore store) {
        UserId id = new UserId(UUID.randomUUID());
        store.port(Users.class)
                .add(new User(id, new EmailAddress(id.value() + "@example.org"), "not-a-hash", Role.USER));
        return id;
    }

    /** Adds a portfolio. */
    public static Portfolio portfolio(TestStore store, UserId owner, Universe universe) {
        PortfolioId id = new PortfolioId(UUID.randomUUID());
        Portfolio portfolio = new Portfolio(id, owner, "Portfolio " + id.value(), CurrencyCode.of("CAD"), universe);
        store.port(Portfolios.class).add(AccessScope.of(owner), portfolio);
        return portfolio;
    }

    /** Describes a security. */
    public static Security security(TestStore store, Universe universe) {
        SecurityId id = new SecurityId(UUID.randomUUID());
        Security security = new Security(
                id,
                "S" + id.value().toString().substring(0, 8),
                "A security",
                SecurityType.EQUITY,
                CurrencyCode.of("USD"),
                Optional.of("Energy"),
                universe);
        store.port(Securities.class).describe(SYSTEM, List.of(security));
        return security;
    }

    /** Adds a deposit to the end of a portfolio's chain. */
    public static LedgerCommit deposit(TestStore store, Portfolio portfolio, String amount) {
        AccessScope scope = AccessScope.of(portfolio.owner());
        Ledger ledger = store.port(Ledger.class);
        LedgerCommit commit = commit(portfolio, ledger.head(scope, portfolio.id()), deposit(amount));
        ledger.append(
                scope, portfolio.id(), commit, LedgerDigest.entries(portfolio.id(), commit, List.of(deposit(amount))));
        return commit;
    }

    /** Makes a commit of one transaction. */
    public static LedgerCommit commit(Portfolio portfolio, Optional<LedgerCommit> head, Transaction transaction) {
        return LedgerDigest.commit(portfolio.id(), head, List.of(transaction), portfolio.owner(), AT, "a note");
    }

    /** Makes a deposit. */
    public static Transaction deposit(String amount) {
        return new Transaction.Deposit(DATE, Money.of(amount, "CAD"), "");
    }

    /** Makes the record of a run. */
    public static ExecutionRecord run(UserId user, Instant startedAt, Optional<PortfolioId> portfolio) {
        return new ExecutionRecord(
                UUID.randomUUID(),
                user,
                "portfolio_overview",
                "00ff",
                "0.1.0",
                "outputs",
                "{\"a\":\"b\"}",
                portfolio,
                Optional.empty(),
                Optional.empty(),
                "success",
                "ff00",
                "{\"steps\":[]}",
                startedAt,
                1234);
    }

    /** Makes an exact decimal. */
    public static BigDecimal decimal(String digits) {
        return new BigDecimal(digits);
    }
}
