package io.dawsos.domain.ledger;

/** Thrown when a portfolio does not exist, or does not exist for the scope that asked. */
public final class PortfolioNotFoundException extends RuntimeException {

    private final transient PortfolioId portfolio;

    public PortfolioNotFoundException(PortfolioId portfolio) {
        super("no portfolio " + portfolio.value());
        this.portfolio = portfolio;
    }

    /** The portfolio that was asked for. */
    public PortfolioId portfolio() {
        return portfolio;
    }
}
