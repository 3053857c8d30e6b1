package io.dawsos.application.tax;

import io.dawsos.application.portfolio.PortfolioSnapshot;
import io.dawsos.application.tax.LossPositions.LossPosition;
import io.dawsos.application.tax.WashSaleRisks.Purchase;
import io.dawsos.application.tax.WashSaleRisks.Risk;
import io.dawsos.domain.ledger.SecurityId;
import io.dawsos.domain.ledger.TransactionId;
import io.dawsos.domain.money.Money;
import io.dawsos.domain.tax.Parcel;
import io.dawsos.domain.tax.WashSales;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * Asks what the rule on wash sales would make of selling a position on the as-of date: all of its units that were acquired before
 * the window, at their market value, while what was bought within it is kept.
 */
final class RiskCheck {

    private static final TransactionId IMAGINED = new TransactionId(new UUID(0, 0));

    private final TaxBook book;
    private final List<Parcel> parcels;
    private final int window;
    private final LocalDate asOf;

    RiskCheck(TaxBook book, TaxBooks.Household household, int window) {
        this.book = book;
        this.parcels = household.parcels();
        this.window = window;
        this.asOf = book.snapshot().asOf();
    }

    WashSaleRisks of(LossPositions positions) {
        List<Risk> risks = positions.positions().stream().map(this::risk).toList();
        return new WashSaleRisks(
                asOf, window, risks, (int) risks.stream().filter(Risk::atRisk).count());
    }

    private Risk risk(LossPosition position) {
        SecurityId security = new SecurityId(position.securityId());
        List<Parcel> all = parcels.stream()
                .filter(parcel -> parcel.security().equals(security))
                .toList();
        List<Parcel> bought = all.stream().filter(this::isRecent).toList();
        List<WashSales.Match> matches = WashSales.of(
                        all.stream().map(parcel -> sold(parcel, position)).toList(), window, UnaryOperator.identity())
                .matches()
                .stream()
                .filter(match -> match.sold().sale().orElseThrow().transaction().equals(IMAGINED))
                .toList();
        return new Risk(
                position.securityId(),
                position.symbol(),
                !matches.isEmpty(),
                sum(matches.stream().map(match -> match.sold().quantity()).toList()),
                sum(matches.stream().map(match -> match.disallowed().amount()).toList()),
                bought.stream()
                        .map(Parcel::acquired)
                        .max(Comparator.naturalOrder())
                        .map(date -> date.plusDays(window + 1L)),
                asOf.plusDays(window),
                bought.stream()
                        .map(parcel -> new Purchase(
                                parcel.portfolio().value(),
                                parcel.lot().toString(),
                                parcel.acquired(),
                                parcel.quantity()))
                        .toList());
    }

    private static BigDecimal sum(List<BigDecimal> parts) {
        return parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private boolean isRecent(Parcel parcel) {
        return parcel.sale().isEmpty()
                && parcel.quantity().signum() > 0
                && !parcel.acquired().isBefore(asOf.minusDays(window));
    }

    /** The parcel as it would be after the sale. */
    private Parcel sold(Parcel parcel, LossPosition position) {
        PortfolioSnapshot snapshot = book.snapshot();
        boolean sells = parcel.portfolio().equals(snapshot.portfolio().id())
                && parcel.sale().isEmpty()
                && parcel.quantity().signum() > 0
                && !isRecent(parcel);
        if (!sells) {
            return parcel;
        }
        BigDecimal proceeds = position.marketValue()
                .multiply(parcel.quantity())
                .divide(position.quantity(), PortfolioSnapshot.PRECISION);
        return new Parcel(
                parcel.portfolio(),
                parcel.security(),
                parcel.lot(),
                parcel.acquired(),
                parcel.quantity(),
                parcel.presentQuantity(),
                parcel.cost(),
                Optional.of(new Parcel.Sale(IMAGINED, asOf, false, Optional.of(Money.of(proceeds, snapshot.base())))));
    }
}
