package io.dawsos.application.tax;

import io.dawsos.application.portfolio.Figures;
import io.dawsos.application.portfolio.PortfolioSnapshot;
import io.dawsos.application.tax.LotDetails.MethodTotals;
import io.dawsos.application.tax.LotDetails.TaxLot;
import io.dawsos.domain.figure.Figure;
import io.dawsos.domain.ledger.Security;
import io.dawsos.domain.ledger.SecurityId;
import io.dawsos.domain.performance.MissingPrice;
import io.dawsos.domain.tax.HoldingPeriod;
import io.dawsos.domain.tax.Parcel;
import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The open lots of one book, valued. */
final class OpenLots {

    private final TaxBook book;
    private final PortfolioSnapshot snapshot;
    private final Optional<HoldingPeriod> period;

    OpenLots(TaxBook book, Optional<HoldingPeriod> period) {
        this.book = book;
        this.snapshot = book.snapshot();
        this.period = period;
    }

    LotDetails details(List<TaxBook> methods) {
        List<TaxLot> lots = book.parcels().stream()
                .filter(parcel -> parcel.sale().isEmpty())
                .map(this::row)
                .sorted(Comparator.comparing(TaxLot::symbol).thenComparing(TaxLot::acquired))
                .toList();
        return new LotDetails(
                snapshot.portfolio().id().value(),
                snapshot.asOf(),
                TaxQuestion.name(book.matching()),
                snapshot.base().code(),
                lots,
                lots.size(),
                Figures.sum(lots.stream().map(TaxLot::costBasis).toList()),
                Figures.sum(lots.stream().map(TaxLot::marketValue).toList()),
                Figures.sum(lots.stream().map(TaxLot::unrealizedGain).toList()),
                methods.stream()
                        .map(method -> new OpenLots(method, period).totals())
                        .toList());
    }

    private MethodTotals totals() {
        Figure<BigDecimal> realized = Figures.sum(book.parcels().stream()
                .flatMap(parcel -> parcel.sale().stream()
                        .<Figure<BigDecimal>>map(sale -> Figures.combine(
                                book.figure(sale.proceeds(), parcel.security(), sale.date()),
                                book.figure(parcel.cost(), parcel.security(), parcel.acquired()),
                                BigDecimal::subtract)))
                .toList());
        List<TaxLot> lots = book.parcels().stream()
                .filter(parcel -> parcel.sale().isEmpty())
                .map(this::row)
                .toList();
        Figure<BigDecimal> unrealized =
                Figures.sum(lots.stream().map(TaxLot::unrealizedGain).toList());
        return new MethodTotals(
                TaxQuestion.name(book.matching()),
                realized,
                Figures.sum(lots.stream().map(TaxLot::costBasis).toList()),
                unrealized,
                Figures.combine(realized, unrealized, BigDecimal::add));
    }

    private TaxLot row(Parcel parcel) {
        Figure<BigDecimal> cost = book.figure(parcel.cost(), parcel.security(), parcel.acquired());
        Figure<BigDecimal> value = value(parcel.security(), parcel.quantity());
        return new TaxLot(
                parcel.lot().toString(),
                parcel.security().value(),
                snapshot.symbol(parcel.security()),
                parcel.acquired(),
                ChronoUnit.DAYS.between(parcel.acquired(), snapshot.asOf()),
                period.map(rule -> GainsOfYear.label(rule.term(parcel.acquired(), snapshot.asOf()))),
                period.map(rule -> rule.longFrom(parcel.acquired())),
                parcel.quantity(),
                cost,
                cost.map(paid -> paid.divide(parcel.quantity(), PortfolioSnapshot.PRECISION)),
                value,
                Figures.combine(value, cost, BigDecimal::subtract));
    }

    private Figure<BigDecimal> value(SecurityId id, BigDecimal quantity) {
        Optional<Security> security = snapshot.slice().security(id);
        if (security.isEmpty()) {
            return Figure.missing(MissingPrice.of(snapshot.symbol(id), snapshot.asOf()));
        }
        Figure<BigDecimal> price = snapshot.timeline(id)
                .on(snapshot.asOf())
                .<Figure<BigDecimal>>map(known -> Figure.known(known.price()))
                .orElseGet(() -> Figure.missing(MissingPrice.of(snapshot.symbol(id), snapshot.asOf())));
        Figure<BigDecimal> rate =
                snapshot.conversion().rate(security.get().currency(), snapshot.base(), snapshot.asOf());
        return Figures.combine(price, rate, (unit, factor) -> unit.multiply(factor, PortfolioSnapshot.PRECISION))
                .map(unit -> unit.multiply(quantity, PortfolioSnapshot.PRECISION));
    }
}
