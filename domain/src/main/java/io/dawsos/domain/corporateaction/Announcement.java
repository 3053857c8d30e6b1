package io.dawsos.domain.corporateaction;

import io.dawsos.domain.corporateaction.CorporateEvent.Dividend;
import io.dawsos.domain.corporateaction.CorporateEvent.Earnings;
import io.dawsos.domain.corporateaction.CorporateEvent.Split;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * An event as it was announced last.
 *
 * @param inForce false if the company took it back
 */
public record Announcement(CorporateEvent event, boolean inForce) {

    /** Whether another announcement says the same; 0.50 and 0.5 are the same amount. */
    public boolean sameAs(Announcement other) {
        return inForce == other.inForce && plain(event).equals(plain(other.event()));
    }

    private static CorporateEvent plain(CorporateEvent event) {
        if (event instanceof Dividend dividend) {
            return new Dividend(
                    dividend.security(),
                    dividend.date(),
                    dividend.label(),
                    dividend.amount().stripTrailingZeros(),
                    dividend.currency(),
                    dividend.recorded(),
                    dividend.paid(),
                    dividend.declared());
        }
        if (event instanceof Split split) {
            return new Split(
                    split.security(),
                    split.date(),
                    split.label(),
                    split.newUnits().stripTrailingZeros(),
                    split.oldUnits().stripTrailingZeros());
        }
        Earnings earnings = (Earnings) event;
        return new Earnings(
                earnings.security(),
                earnings.date(),
                earnings.label(),
                plain(earnings.perShare()),
                plain(earnings.perShareEstimate()),
                plain(earnings.revenue()),
                plain(earnings.revenueEstimate()),
                earnings.time());
    }

    private static Optional<BigDecimal> plain(Optional<BigDecimal> number) {
        return number.map(BigDecimal::stripTrailingZeros);
    }
}
