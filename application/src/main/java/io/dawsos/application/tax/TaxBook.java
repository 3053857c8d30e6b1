package io.dawsos.application.tax;

import io.dawsos.application.portfolio.PortfolioSnapshot;
import io.dawsos.domain.figure.Figure;
import io.dawsos.domain.figure.Unavailable;
import io.dawsos.domain.ledger.LotMatching;
import io.dawsos.domain.ledger.SecurityId;
import io.dawsos.domain.money.Money;
import io.dawsos.domain.tax.Parcel;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The parcels of one portfolio under one rule of matching, with costs and proceeds in its base currency at the rates of their
 * dates.
 */
record TaxBook(PortfolioSnapshot snapshot, LotMatching matching, List<Parcel> parcels) {

    TaxBook {
        parcels = List.copyOf(parcels);
    }

    /** An amount of a parcel, or why it is not known. */
    Figure<BigDecimal> figure(Optional<Money> amount, SecurityId security, LocalDate date) {
        return amount.<Figure<BigDecimal>>map(known -> Figure.known(known.amount()))
                .orElseGet(() -> Figure.missing(new Unavailable(
                        "amount_unknown",
                        "what units of " + snapshot.symbol(security) + " of " + date
                                + " cost or brought is not known in " + snapshot.base()
                                + ": it was not stated, or there is no exchange rate on or before the date",
                        "enter transfers with their amount, and import exchange rates that begin earlier")));
    }
}
