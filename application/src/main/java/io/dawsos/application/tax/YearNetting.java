package io.dawsos.application.tax;

import io.dawsos.application.portfolio.Figures;
import io.dawsos.application.tax.TaxReportCapabilities.SummaryArguments;
import io.dawsos.domain.capability.InvalidArgumentException;
import io.dawsos.domain.figure.Figure;
import io.dawsos.domain.figure.Unavailable;
import java.math.BigDecimal;
import java.util.Optional;

/** Nets the gains and losses of a tax year: first within a term, then one term against the other. */
final class YearNetting {

    private static final Unavailable NO_RATES = new Unavailable(
            "tax_rate_missing",
            "nobody said at which rates gains are taxed",
            "pass short_term_rate and long_term_rate");

    private final SummaryArguments arguments;
    private final RealizedGains gains;

    YearNetting(SummaryArguments arguments) {
        this.arguments = arguments;
        this.gains = arguments.realizedGains();
        if (gains.taxYear() != arguments.taxYear()) {
            throw new InvalidArgumentException(
                    "tax_year", "the gains are of " + gains.taxYear(), "pass the same tax year to each step");
        }
    }

    TaxSummary summary() {
        BigDecimal disallowed =
                arguments.deferred().map(WashSaleReport::totalDisallowed).orElse(BigDecimal.ZERO);
        Figure<BigDecimal> taxable = gains.netGain().map(disallowed::add);
        return new TaxSummary(
                arguments.taxYear(),
                gains.baseCurrency(),
                gains.shortTermGain(),
                gains.longTermGain(),
                gains.netGain(),
                disallowed,
                taxable,
                tax(),
                taxable.map(gain -> gain.negate().max(BigDecimal.ZERO)));
    }

    private Figure<BigDecimal> tax() {
        Optional<BigDecimal> shortRate = rate("short_term_rate", arguments.shortTermRate());
        Optional<BigDecimal> longRate = rate("long_term_rate", arguments.longTermRate());
        if (shortRate.isEmpty() || longRate.isEmpty()) {
            return Figure.missing(NO_RATES);
        }
        Figure<BigDecimal> ofShort = gains.shortTermGain()
                .map(gain -> gain.add(arguments
                        .deferred()
                        .map(WashSaleReport::shortTermDisallowed)
                        .orElse(BigDecimal.ZERO)));
        Figure<BigDecimal> ofLong = gains.longTermGain()
                .map(gain -> gain.add(arguments
                        .deferred()
                        .map(WashSaleReport::longTermDisallowed)
                        .orElse(BigDecimal.ZERO)));
        return Figures.combine(ofShort, ofLong, (one, other) -> tax(one, shortRate.get(), other, longRate.get()));
    }

    private static BigDecimal tax(BigDecimal ofShort, BigDecimal shortRate, BigDecimal ofLong, BigDecimal longRate) {
        BigDecimal net = ofShort.add(ofLong);
        if (net.signum() <= 0) {
            return BigDecimal.ZERO;
        }
        if (ofShort.signum() < 0) {
            return net.multiply(longRate);
        }
        return ofLong.signum() < 0
                ? net.multiply(shortRate)
                : ofShort.multiply(shortRate).add(ofLong.multiply(longRate));
    }

    static Optional<BigDecimal> rate(String name, Optional<BigDecimal> rate) {
        if (rate.filter(value -> value.signum() < 0 || value.compareTo(BigDecimal.ONE) > 0)
                .isPresent()) {
            throw new InvalidArgumentException(name, "found " + rate.get().toPlainString(), "a fraction of 0 to 1");
        }
        return rate;
    }
}
