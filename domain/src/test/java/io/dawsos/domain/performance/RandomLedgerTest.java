package io.dawsos.domain.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.dawsos.domain.attribution.CurrencyAttribution;
import io.dawsos.domain.attribution.SegmentDays;
import io.dawsos.domain.ledger.Holdings;
import io.dawsos.domain.ledger.LedgerEntry;
import io.dawsos.domain.ledger.LedgerFold;
import io.dawsos.domain.ledger.LotMatching;
import io.dawsos.domain.ledger.PortfolioId;
import io.dawsos.domain.ledger.Position;
import io.dawsos.domain.ledger.Security;
import io.dawsos.domain.ledger.SecurityId;
import io.dawsos.domain.ledger.SecurityType;
import io.dawsos.domain.ledger.Transaction;
import io.dawsos.domain.ledger.TransactionId;
import io.dawsos.domain.ledger.Universe;
import io.dawsos.domain.money.CurrencyCode;
import io.dawsos.domain.money.Money;
import io.dawsos.domain.pricing.CurrencyConversion;
import io.dawsos.domain.pricing.CurrencyPair;
import io.dawsos.domain.pricing.MarketSlice;
import io.dawsos.domain.pricing.ObservationSeries;
import io.dawsos.domain.pricing.PriceTimeline;
import io.dawsos.domain.pricing.PricingPack;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * The columnar engine against a slow computation with exact decimals, day by day from the fold: another algorithm, written from the
 * formulas. Tolerance 1e-9: doubles carry 1e-16 a step over a few hundred steps.
 */
class RandomLedgerTest {

    private static final LocalDate START = LocalDate.of(2025, 1, 1);
    private static final LocalDate END = LocalDate.of(2025, 4, 30);
    private static final CurrencyCode CAD = CurrencyCode.of("CAD");
    private static final String[] CURRENCIES = {"CAD", "USD", "EUR"};

    @Property(tries = 200)
    void values_returns_and_attribution_agree_with_exact_arithmetic(@ForAll long seed) {
        Random random = new Random(seed);
        List<Security> securities = securities();
        MarketSlice slice = slice(random, securities);
        List<LedgerEntry> entries = entries(random, securities);
        DailyValuation valuation = ValuationEngine.value(entries, slice, CAD, END);
        ReturnSeries returns = ReturnSeries.of(valuation);
        Map<SecurityId, PriceTimeline> timelines = PriceTimeline.all(slice, LedgerFold.inOrder(entries));
        BigDecimal before = BigDecimal.ZERO;
        BigDecimal index = BigDecimal.ONE;
        BigDecimal gross = BigDecimal.ONE;
        List<BigDecimal> flows = new ArrayList<>();
        for (int day = 0; day < valuation.days().size(); day++) {
            LocalDate date = valuation.days().date(day);
            LocalDate previous = day == 0 ? date.minusDays(1) : valuation.days().date(day - 1);
            BigDecimal total = exactTotal(entries, slice, timelines, date);
            BigDecimal in = flows(entries, slice, timelines, previous, date, true);
            BigDecimal out = flows(entries, slice, timelines, previous, date, false);
            assertThat(valuation.total(day))
                    .isCloseTo(
                            total.doubleValue(),
                            within(1e-9 * Math.max(1, total.abs().doubleValue())));
            BigDecimal opening = before.add(in);
            if (opening.signum() > 0) {
                BigDecimal growth = total.add(out).divide(opening, MathContext.DECIMAL128);
                index = index.multiply(growth, MathContext.DECIMAL128);
                assertThat(returns.value(day)).isCloseTo(growth.doubleValue() - 1, within(1e-9));
                BigDecimal fees = fees(entries, slice, previous, date);
                gross = gross.multiply(
                        total.add(out).add(fees).divide(opening, MathContext.DECIMAL128), MathContext.DECIMAL128);
            }
            flows.add(out.subtract(in));
            before = total;
        }
        int last = valuation.days().size() - 1;
        assertThat(BigDecimal.valueOf(valuation.total(last)).setScale(2, RoundingMode.HALF_EVEN))
                .isEqualTo(exactTotal(entries, slice, timelines, END).setScale(2, RoundingMode.HALF_EVEN));
        assertThat(returns.sinceInception().asOptional().orElseThrow())
                .isCloseTo(index.doubleValue() - 1, within(1e-9));
        DailyCosts costs = DailyCosts.of(entries, valuation).asOptional().orElseThrow();
        assertThat(costs.returns(DailyCosts.Before.FEES)
                        .sinceInception()
                        .asOptional()
                        .orElseThrow())
                .isCloseTo(gross.doubleValue() - 1, within(1e-9));
        moneyWeighted(valuation, flows, before);
        segments(valuation, returns);
        CurrencyAttribution split =
                CurrencyAttribution.of(valuation, returns, 40).asOptional().orElseThrow();
        assertThat(split.total().total()).isCloseTo(split.twr(), within(1e-9));
        assertThat(split.byCurrency().values().stream()
                        .mapToDouble(part -> part.parts().total())
                        .sum())
                .isCloseTo(split.twr(), within(1e-9));
    }

    /** At the rate the exact amounts have no present value, and the modified Dietz return is that of the exact amounts. */
    private static void moneyWeighted(DailyValuation valuation, List<BigDecimal> flows, BigDecimal end) {
        int last = flows.size() - 1;
        MoneyWeightedReturn found =
                MoneyWeightedReturn.of(valuation, -1, last).asOptional().orElseThrow();
        int first = valuation.days().day(0);
        int length = valuation.days().day(last) - first;
        for (MoneyWeightedReturn.Rate rate : found.rates()) {
            BigDecimal daily = new BigDecimal(Math.exp(-rate.continuous() / 365));
            BigDecimal present = end.multiply(daily.pow(length, MathContext.DECIMAL128));
            BigDecimal size = present.abs();
            for (int day = 0; day <= last; day++) {
                BigDecimal discounted =
                        flows.get(day).multiply(daily.pow(valuation.days().day(day) - first, MathContext.DECIMAL128));
                present = present.add(discounted);
                size = size.add(discounted.abs());
            }
            assertThat(present.doubleValue()).isCloseTo(0, within(1e-9 * size.doubleValue()));
        }
        BigDecimal gain = end;
        BigDecimal capital = BigDecimal.ZERO;
        for (int day = 0; day <= last; day++) {
            gain = gain.add(flows.get(day));
            capital = capital.subtract(flows.get(day)
                    .multiply(BigDecimal.valueOf(
                            (long) length + first - valuation.days().day(day)))
                    .divide(BigDecimal.valueOf(length), MathContext.DECIMAL128));
        }
        assertThat(found.modifiedDietz().asOptional().orElseThrow())
                .isCloseTo(gain.divide(capital, MathContext.DECIMAL128).doubleValue(), within(1e-9));
    }

    /** The weights of every day sum to 1, and its segments' returns at their weights to the portfolio's. */
    private static void segments(DailyValuation valuation, ReturnSeries returns) {
        SegmentDays days = SegmentDays.of(
                        valuation,
                        -1,
                        valuation.days().size() - 1,
                        sleeve -> sleeve.security().isPresent()
                                ? sleeve.currency().code()
                                : "cash")
                .asOptional()
                .orElseThrow();
        double index = 1;
        for (SegmentDays.Day day : days.days()) {
            double weights = 0;
            double sum = 0;
            for (SegmentDays.SegmentReturn segment : day.segments().values()) {
                weights += segment.weight();
                sum += segment.weight() * segment.value();
            }
            assertThat(weights).isCloseTo(1, within(1e-9));
            assertThat(day.residual()).isCloseTo(0, within(1e-9));
            index *= 1 + sum;
        }
        assertThat(index - 1).isCloseTo(returns.sinceInception().asOptional().orElseThrow(), within(1e-9));
    }

    /** Fees after one valuation day up to the next, at the rates of the latter. */
    private static BigDecimal fees(List<LedgerEntry> entries, MarketSlice slice, LocalDate after, LocalDate upTo) {
        CurrencyConversion conversion = new CurrencyConversion(slice);
        BigDecimal sum = BigDecimal.ZERO;
        for (LedgerEntry entry : entries) {
            Transaction transaction = entry.transaction();
            if (!transaction.date().isAfter(after) || transaction.date().isAfter(upTo)) {
                continue;
            }
            Money fee = Money.zero(CAD);
            if (transaction instanceof Transaction.Fee charged) {
                fee = charged.amount();
            } else if (transaction instanceof Transaction.Buy buy) {
                fee = Money.of(buy.fee(), buy.amount().currency());
            } else if (transaction instanceof Transaction.Sell sell) {
                fee = Money.of(sell.fee(), sell.amount().currency());
            }
            sum = sum.add(fee.amount()
                    .multiply(conversion
                            .rate(fee.currency(), CAD, upTo)
                            .asOptional()
                            .orElseThrow()));
        }
        return sum;
    }

    private static List<Security> securities() {
        List<Security> securities = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            securities.add(new Security(
                    new SecurityId(new UUID(0, i)),
                    "S" + i,
                    "S" + i,
                    SecurityType.EQUITY,
                    CurrencyCode.of(CURRENCIES[i % 3]),
                    Optional.empty(),
                    Universe.REAL));
        }
        return securities;
    }

    private static MarketSlice slice(Random random, List<Security> securities) {
        Map<SecurityId, Security> described = new HashMap<>();
        Map<SecurityId, ObservationSeries> prices = new HashMap<>();
        for (Security security : securities) {
            described.put(security.id(), security);
            prices.put(security.id(), walk(random, 50, 4));
        }
        return new MarketSlice(
                PricingPack.of(Universe.REAL, END, 1, ""),
                described,
                prices,
                Map.of(
                        new CurrencyPair(CurrencyCode.of("USD"), CAD), walk(random, 1.3, 4),
                        new CurrencyPair(CurrencyCode.of("EUR"), CurrencyCode.of("USD")), walk(random, 1.1, 4)),
                Map.of());
    }

    private static ObservationSeries walk(Random random, double start, int scale) {
        ObservationSeries.Builder builder = new ObservationSeries.Builder(130);
        double level = start;
        for (LocalDate date = START; !date.isAfter(END); date = date.plusDays(1)) {
            level *= Math.exp(0.01 * random.nextGaussian());
            if (date.equals(START) || random.nextInt(4) > 0) {
                builder.add(date, BigDecimal.valueOf(level).setScale(scale, RoundingMode.HALF_EVEN));
            }
        }
        return builder.build();
    }

    private static List<LedgerEntry> entries(Random random, List<Security> securities) {
        List<Transaction> transactions = new ArrayList<>();
        for (String currency : CURRENCIES) {
            transactions.add(new Transaction.Deposit(START, Money.of("50000", currency), ""));
        }
        for (int i = 0; i < 40; i++) {
            LocalDate date = START.plusDays(random.nextInt(120));
            Security security = securities.get(random.nextInt(securities.size()));
            BigDecimal units = BigDecimal.valueOf(1 + random.nextInt(30));
            String currency = security.currency().code();
            Money amount = Money.of(units.multiply(new BigDecimal("50.25")), security.currency());
            transactions.add(
                    switch (random.nextInt(12)) {
                        case 0, 1, 2 ->
                            new Transaction.Buy(
                                    date,
                                    security.id(),
                                    units,
                                    Optional.empty(),
                                    amount,
                                    BigDecimal.ONE,
                                    BigDecimal.ZERO,
                                    "");
                        case 3 ->
                            new Transaction.Sell(
                                    date,
                                    security.id(),
                                    units,
                                    Optional.empty(),
                                    amount,
                                    BigDecimal.ONE,
                                    BigDecimal.ZERO,
                                    "");
                        case 4 ->
                            new Transaction.Dividend(
                                    date, security.id(), Money.of("12.34", currency), BigDecimal.ZERO, "");
                        case 5 -> new Transaction.Deposit(date, Money.of("777.77", currency), "");
                        case 6 -> new Transaction.TransferIn(date, security.id(), units, Optional.of(amount), "");
                        case 7 -> new Transaction.TransferOut(date, security.id(), units, "");
                        case 8 ->
                            new Transaction.Split(
                                    date, security.id(), BigDecimal.valueOf(3), BigDecimal.valueOf(2), "");
                        case 9 -> new Transaction.Interest(date, Money.of("4.56", currency), "");
                        case 10 -> new Transaction.Fee(date, Money.of("7.89", currency), "");
                        default -> new Transaction.Withdrawal(date, Money.of("333.33", currency), "");
                    });
        }
        List<LedgerEntry> entries = new ArrayList<>();
        for (Transaction transaction : transactions) {
            entries.add(new LedgerEntry(
                    TransactionId.derived(new PortfolioId(new UUID(1, 1)), Optional.empty(), entries.size()),
                    entries.size(),
                    transaction));
        }
        return entries;
    }

    private static BigDecimal exactTotal(
            List<LedgerEntry> entries, MarketSlice slice, Map<SecurityId, PriceTimeline> timelines, LocalDate date) {
        CurrencyConversion conversion = new CurrencyConversion(slice);
        Holdings holdings = LedgerFold.at(entries, date, LotMatching.FIFO);
        BigDecimal total = BigDecimal.ZERO;
        for (Position position : holdings.positions().values()) {
            Security security = slice.security(position.security()).orElseThrow();
            BigDecimal price = Objects.requireNonNull(timelines.get(security.id()))
                    .on(date)
                    .orElseThrow()
                    .price();
            total = total.add(position.quantity()
                    .multiply(price)
                    .multiply(conversion
                            .rate(security.currency(), CAD, date)
                            .asOptional()
                            .orElseThrow()));
        }
        for (var cash : holdings.cash().entrySet()) {
            total = total.add(cash.getValue()
                    .multiply(conversion
                            .rate(cash.getKey(), CAD, date)
                            .asOptional()
                            .orElseThrow()));
        }
        return total;
    }

    /** External flows after one valuation day up to the next, at the rates, prices and units of the latter. */
    private static BigDecimal flows(
            List<LedgerEntry> entries,
            MarketSlice slice,
            Map<SecurityId, PriceTimeline> timelines,
            LocalDate after,
            LocalDate upTo,
            boolean inward) {
        CurrencyConversion conversion = new CurrencyConversion(slice);
        BigDecimal sum = BigDecimal.ZERO;
        List<LedgerEntry> ordered = LedgerFold.inOrder(entries);
        for (int i = 0; i < ordered.size(); i++) {
            Transaction transaction = ordered.get(i).transaction();
            if (!transaction.date().isAfter(after) || transaction.date().isAfter(upTo)) {
                continue;
            }
            Money money = Money.zero(CAD);
            if (inward ? transaction instanceof Transaction.Deposit : transaction instanceof Transaction.Withdrawal) {
                money = transaction.cashEffect().orElseThrow();
            } else if (inward && transaction instanceof Transaction.TransferIn in) {
                money = worth(in, in.quantity(), ordered.subList(i, ordered.size()), slice, timelines, upTo);
            } else if (!inward && transaction instanceof Transaction.TransferOut out) {
                money = worth(out, out.quantity(), ordered.subList(i, ordered.size()), slice, timelines, upTo);
            }
            sum = sum.add(money.amount()
                    .abs()
                    .multiply(conversion
                            .rate(money.currency(), CAD, upTo)
                            .asOptional()
                            .orElseThrow()));
        }
        return sum;
    }

    /** Units that crossed the border, valued on a date: splits between the two multiply them. */
    private static Money worth(
            Transaction.OfSecurity transfer,
            BigDecimal quantity,
            List<LedgerEntry> later,
            MarketSlice slice,
            Map<SecurityId, PriceTimeline> timelines,
            LocalDate date) {
        BigDecimal units = quantity;
        for (LedgerEntry entry : later) {
            if (entry.transaction() instanceof Transaction.Split split
                    && split.security().equals(transfer.security())
                    && !split.date().isAfter(date)) {
                units = units.multiply(split.newUnits()).divide(split.oldUnits(), MathContext.DECIMAL128);
            }
        }
        BigDecimal price = Objects.requireNonNull(timelines.get(transfer.security()))
                .on(date)
                .orElseThrow()
                .price();
        return Money.of(
                units.multiply(price),
                slice.security(transfer.security()).orElseThrow().currency());
    }
}
