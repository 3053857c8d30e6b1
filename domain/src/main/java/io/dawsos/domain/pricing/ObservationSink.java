package io.dawsos.domain.pricing;

import io.dawsos.domain.ledger.Security;
import io.dawsos.domain.ledger.SecurityId;
import java.math.BigDecimal;
import java.time.LocalDate;

/** Takes observations one by one, so that a batch of any size needs little memory. Values keep their exact digits. */
public interface ObservationSink {

    /** Takes the description of a security that is new; it becomes known with the batch, in the same revision. */
    void security(Security security);

    /** Takes a raw closing price of a known security, in its currency. */
    void price(SecurityId security, LocalDate date, BigDecimal close);

    /** Takes an exchange rate: units of the pair's quote currency for one unit of its base currency, more than 0. */
    void rate(CurrencyPair pair, LocalDate date, BigDecimal rate);

    /** Takes a value of a macro series, in its publisher's unit. */
    void macro(String series, LocalDate date, BigDecimal value);
}
