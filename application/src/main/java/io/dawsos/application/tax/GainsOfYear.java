package io.dawsos.application.tax;

import io.dawsos.application.portfolio.Figures;
import io.dawsos.application.tax.RealizedGains.Gain;
import io.dawsos.domain.figure.Figure;
import io.dawsos.domain.figure.Unavailable;
import io.dawsos.domain.tax.HoldingPeriod;
import io.dawsos.domain.tax.Parcel;
import io.dawsos.domain.tax.TaxYear;
import io.dawsos.domain.tax.Term;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** The gains of one tax year in one book. */
final class GainsOfYear {

    private static final Unavailable NO_PERIOD = new Unavailable(
            "holding_period_missing",
            "nobody said how long units must be held for a long-term gain",
            "pass long_term_after_months");

    private final TaxBook book;
    private final TaxYear year;
    private final Optional<HoldingPeriod> period;

    GainsOfYear(TaxBook book, TaxYear year, Optional<HoldingPeriod> period) {
        this.book = book;
        this.year = year;
        this.period = period;
    }

    static String label(Term term) {
        return term.name().toLowerCase(Locale.ROOT);
    }

    /** The gains, lot by lot. */
    List<Gain> gains() {
        return book.parcels().stream()
                .filter(parcel ->
                        parcel.sale().filter(sale -> year.contains(sale.date())).isPresent())
                .map(this::row)
                .toList();
    }

    RealizedGains report(int taxYear) {
        List<Gain> gains = gains();
        return new RealizedGains(
                book.snapshot().portfolio().id().value(),
                taxYear,
                year.from(),
                year.to(),
                TaxQuestion.name(book.matching()),
                book.snapshot().base().code(),
                gains,
                sum(gains, gain -> true, BigDecimal.ZERO::max),
                sum(gains, gain -> true, BigDecimal.ZERO::min),
                sum(gains, gain -> true, gain -> gain),
                ofTerm(gains, Term.SHORT),
                ofTerm(gains, Term.LONG),
                gains.size());
    }

    private Figure<BigDecimal> ofTerm(List<Gain> gains, Term term) {
        return period.isEmpty()
                ? Figure.missing(NO_PERIOD)
                : sum(gains, gain -> gain.term().filter(label(term)::equals).isPresent(), gain -> gain);
    }

    private static Figure<BigDecimal> sum(
            List<Gain> gains, Predicate<Gain> wanted, java.util.function.UnaryOperator<BigDecimal> part) {
        return Figures.sum(gains.stream()
                .filter(wanted)
                .<Figure<BigDecimal>>map(gain -> gain.gain().map(part))
                .toList());
    }

    private Gain row(Parcel parcel) {
        Parcel.Sale sale = parcel.sale().orElseThrow();
        Figure<BigDecimal> proceeds = book.figure(sale.proceeds(), parcel.security(), sale.date());
        Figure<BigDecimal> cost = book.figure(parcel.cost(), parcel.security(), parcel.acquired());
        // Covering a short sale ends it at once: it was held for no time.
        LocalDate held = sale.ofShort() ? sale.date() : parcel.acquired();
        return new Gain(
                sale.transaction().value(),
                parcel.security().value(),
                book.snapshot().symbol(parcel.security()),
                parcel.lot().toString(),
                parcel.acquired(),
                sale.date(),
                ChronoUnit.DAYS.between(held, sale.date()),
                period.map(rule -> label(rule.term(held, sale.date()))),
                parcel.quantity(),
                proceeds,
                cost,
                Figures.combine(proceeds, cost, BigDecimal::subtract));
    }
}
