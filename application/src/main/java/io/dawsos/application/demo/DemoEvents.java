package io.dawsos.application.demo;

import io.dawsos.domain.corporateaction.Announcement;
import io.dawsos.domain.corporateaction.CorporateEvent;
import io.dawsos.domain.money.CurrencyCode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The announced events of the simulated market: each security pays a quarter of its yearly dividend on the days on which the demo
 * ledger books them, the next one is announced at the last price; both splits; and the next publication of results.
 */
final class DemoEvents {

    private static final int PAID_AFTER_DAYS = 14;
    private static final int QUARTER_DAYS = 91;

    private final DemoMarket market;
    private final List<Announcement> announcements = new ArrayList<>();

    private DemoEvents(DemoMarket market) {
        this.market = market;
    }

    static List<Announcement> of(DemoMarket market) {
        DemoEvents events = new DemoEvents(market);
        for (int i = 0; i < DemoMarket.SECURITIES.size(); i++) {
            events.add(DemoMarket.SECURITIES.get(i), i);
        }
        market.splitDates().forEach((symbol, date) -> events.split(symbol, date));
        return List.copyOf(events.announcements);
    }

    private void add(DemoSecurity security, int offset) {
        int last = -1;
        for (int day = offset; day < market.days().size(); day += DemoLedger.QUARTER) {
            last = day;
            if (security.dividendYield() > 0) {
                dividend(security, market.days().get(day), day);
            }
        }
        LocalDate next = market.days().get(last).plusDays(QUARTER_DAYS);
        if (security.dividendYield() > 0) {
            dividend(security, next, market.days().size() - 1);
        }
        if (security.type() == io.dawsos.domain.ledger.SecurityType.EQUITY) {
            add(new CorporateEvent.Earnings(
                    security.id(),
                    next.minusDays(PAID_AFTER_DAYS / 2),
                    "",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of("before market")));
        }
    }

    private void dividend(DemoSecurity security, LocalDate date, int priceDay) {
        BigDecimal amount = market.price(security, priceDay)
                .multiply(BigDecimal.valueOf(security.dividendYield() / 4))
                .setScale(4, RoundingMode.HALF_EVEN);
        add(new CorporateEvent.Dividend(
                security.id(),
                date,
                "",
                amount,
                CurrencyCode.of(security.currency()),
                Optional.of(date.plusDays(1)),
                Optional.of(date.plusDays(PAID_AFTER_DAYS)),
                Optional.empty()));
    }

    private void split(String symbol, LocalDate date) {
        DemoMarket.SECURITIES.stream()
                .filter(security -> security.symbol().equals(symbol))
                .forEach(security -> add(new CorporateEvent.Split(
                        security.id(), date, "", BigDecimal.valueOf(DemoMarket.splitRatio(symbol)), BigDecimal.ONE)));
    }

    private void add(CorporateEvent event) {
        announcements.add(new Announcement(event, true));
    }
}
