package io.dawsos.application.contract;

import io.dawsos.domain.identity.AccessScope;
import io.dawsos.domain.identity.EmailAddress;
import io.dawsos.domain.identity.Role;
import io.dawsos.domain.identity.User;
import io.dawsos.domain.identity.UserId;
import io.dawsos.domain.identity.Users;
import io.dawsos.domain.ledger.Portfolio;
import io.dawsos.domain.ledger.PortfolioId;
import io.dawsos.domain.ledger.Portfolios;
import io.dawsos.domain.ledger.Securities;
import io.dawsos.domain.ledger.Security;
import io.dawsos.domain.ledger.SecurityId;
import io.dawsos.domain.ledger.SecurityType;
import io.dawsos.domain.ledger.Universe;
import io.dawsos.domain.money.CurrencyCode;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The ports under test over one empty store, and the rows that most tests begin with. */
public interface Ports {

    /** Gives a port. */
    <T> T port(Class<T> type);

    /** Adds a user. */
    default UserId user(String email) {
        User user = new User(new UserId(UUID.randomUUID()), new EmailAddress(email), "hash", Role.USER);
        if (!port(Users.class).add(user)) {
            throw new IllegalStateException("taken: " + email);
        }
        return user.id();
    }

    /** Adds a portfolio in euros. */
    default Portfolio portfolio(UserId owner, String name) {
        Portfolio portfolio =
                new Portfolio(new PortfolioId(UUID.randomUUID()), owner, name, CurrencyCode.of("EUR"), Universe.REAL);
        if (!port(Portfolios.class).add(AccessScope.of(owner), portfolio)) {
            throw new IllegalStateException("taken: " + name);
        }
        return portfolio;
    }

    /** Makes a description. */
    static Security security(String symbol, String currency, Universe universe) {
        return new Security(
                new SecurityId(UUID.randomUUID()),
                symbol,
                "Name of " + symbol,
                SecurityType.EQUITY,
                CurrencyCode.of(currency),
                Optional.of("Materials"),
                universe);
    }

    /** Describes a security. */
    default Security described(UserId by, String symbol, Universe universe) {
        Security security = security(symbol, "USD", universe);
        port(Securities.class).describe(AccessScope.of(by), List.of(security));
        return security;
    }
}
