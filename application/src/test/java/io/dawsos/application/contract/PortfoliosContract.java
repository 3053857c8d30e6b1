package io.dawsos.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.domain.identity.AccessScope;
import io.dawsos.domain.identity.UserId;
import io.dawsos.domain.ledger.Portfolio;
import io.dawsos.domain.ledger.PortfolioId;
import io.dawsos.domain.ledger.Portfolios;
import io.dawsos.domain.ledger.Universe;
import io.dawsos.domain.money.CurrencyCode;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What {@link Portfolios} promises. */
public abstract class PortfoliosContract {

    /** Gives ports over an empty store. */
    protected abstract Ports ports();

    @Test
    void portfolios_are_listed_in_the_order_in_which_they_were_added() {
        Ports ports = ports();
        UserId ada = ports.user("ada@example.org");
        Portfolio z = ports.portfolio(ada, "Z \u00fc\u4e16");
        Portfolio a = ports.portfolio(ada, "A");
        assertThat(ports.port(Portfolios.class).list(AccessScope.of(ada))).containsExactly(z, a);
        assertThat(ports.port(Portfolios.class).find(AccessScope.of(ada), a.id()))
                .contains(a);
    }

    @Test
    void another_users_portfolio_does_not_exist_but_for_the_system() {
        Ports ports = ports();
        Portfolio ofAda = ports.portfolio(ports.user("ada@example.org"), "Mine");
        AccessScope eve = AccessScope.of(ports.user("eve@example.org"));
        Portfolios portfolios = ports.port(Portfolios.class);
        assertThat(portfolios.find(eve, ofAda.id())).isEmpty();
        assertThat(portfolios.list(eve)).isEmpty();
        assertThat(portfolios.list(AccessScope.system("test"))).containsExactly(ofAda);
    }

    @Test
    void a_name_is_taken_for_its_owner_only() {
        Ports ports = ports();
        UserId ada = ports.user("ada@example.org");
        ports.portfolio(ada, "Mine");
        ports.portfolio(ports.user("eve@example.org"), "Mine");
        Portfolio second =
                new Portfolio(new PortfolioId(UUID.randomUUID()), ada, "Mine", CurrencyCode.of("USD"), Universe.REAL);
        assertThat(ports.port(Portfolios.class).add(AccessScope.of(ada), second))
                .isFalse();
        assertThat(ports.port(Portfolios.class).list(AccessScope.of(ada))).hasSize(1);
    }
}
