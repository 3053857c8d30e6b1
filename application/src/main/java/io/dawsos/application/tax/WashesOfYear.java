package io.dawsos.application.tax;

import io.dawsos.application.tax.WashSaleReport.WashSale;
import io.dawsos.domain.money.Money;
import io.dawsos.domain.tax.HoldingPeriod;
import io.dawsos.domain.tax.Parcel;
import io.dawsos.domain.tax.TaxYear;
import io.dawsos.domain.tax.Term;
import io.dawsos.domain.tax.WashSales;
import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** The losses of one tax year of one portfolio that purchases of its owner defer. */
final class WashesOfYear {

    private final TaxBook book;
    private final TaxBooks.Household household;
    private final TaxYear year;
    private final Optional<HoldingPeriod> period;
    private final int window;

    WashesOfYear(TaxBook book, TaxBooks.Household household, TaxYear year, Optional<HoldingPeriod> period, int window) {
        this.book = book;
        this.household = household;
        this.year = year;
        this.period = period;
        this.window = window;
    }

    WashSaleReport report(int taxYear) {
        List<WashSales.Match> matches =
                WashSales.of(household.parcels(), window, UnaryOperator.identity()).matches().stream()
                        .filter(match -> match.sold()
                                .portfolio()
                                .equals(book.snapshot().portfolio().id()))
                        .filter(match -> year.contains(sale(match).date()))
                        .toList();
        return new WashSaleReport(
                book.snapshot().portfolio().id().value(),
                taxYear,
                window,
                TaxQuestion.name(book.matching()),
                book.snapshot().base().code(),
                matches.stream().map(this::row).toList(),
                sum(matches, match -> true),
                sum(matches, match -> !isLong(match)),
                sum(matches, this::isLong),
                matches.size(),
                List.copyOf(household.portfolios().values()));
    }

    private boolean isLong(WashSales.Match match) {
        return period.filter(
                        rule -> rule.term(match.sold().acquired(), sale(match).date()) == Term.LONG)
                .isPresent();
    }

    private static BigDecimal sum(List<WashSales.Match> matches, Predicate<WashSales.Match> wanted) {
        return matches.stream()
                .filter(wanted)
                .map(WashSales.Match::disallowed)
                .map(Money::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Parcel.Sale sale(WashSales.Match match) {
        return match.sold().sale().orElseThrow();
    }

    private WashSale row(WashSales.Match match) {
        Parcel sold = match.sold();
        Parcel bought = match.replacement();
        return new WashSale(
                sale(match).transaction().value(),
                sold.security().value(),
                book.snapshot().symbol(sold.security()),
                sale(match).date(),
                sold.quantity(),
                match.disallowed().amount(),
                bought.portfolio().value(),
                bought.lot().toString(),
                bought.acquired(),
                ChronoUnit.DAYS.between(sale(match).date(), bought.acquired()),
                bought.presentQuantity(),
                match.newCost().amount(),
                match.heldFrom());
    }
}
