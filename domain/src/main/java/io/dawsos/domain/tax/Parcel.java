package io.dawsos.domain.tax;

import io.dawsos.domain.ledger.LotId;
import io.dawsos.domain.ledger.PortfolioId;
import io.dawsos.domain.ledger.SecurityId;
import io.dawsos.domain.ledger.TransactionId;
import io.dawsos.domain.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Units of one lot that have one history: bought together, and sold together or still held.
 *
 * @param quantity more than 0, as units were when they were sold, or are now; 0 if cash came for the cost of units that stay
 * @param presentQuantity the same units as they are after every split since
 * @param cost of these units; empty if it is not known
 * @param sale how they were sold; empty if they are held
 */
public record Parcel(
        PortfolioId portfolio,
        SecurityId security,
        LotId lot,
        LocalDate acquired,
        BigDecimal quantity,
        BigDecimal presentQuantity,
        Optional<Money> cost,
        Optional<Sale> sale) {

    /**
     * A sale of a parcel.
     *
     * @param ofShort whether it is the purchase that covered a short sale; proceeds and cost are negative then
     * @param proceeds after costs; empty if they are not known
     */
    public record Sale(TransactionId transaction, LocalDate date, boolean ofShort, Optional<Money> proceeds) {}

    /** Proceeds minus cost; empty if it is held, or if one of them is not known. */
    public Optional<Money> gain() {
        return sale.flatMap(Sale::proceeds).flatMap(proceeds -> cost.map(paid -> proceeds.plus(paid.negated())));
    }
}
