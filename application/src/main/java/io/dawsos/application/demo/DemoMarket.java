package io.dawsos.application.demo;

import io.dawsos.domain.identity.UserId;
import io.dawsos.domain.ledger.PortfolioId;
import io.dawsos.domain.ledger.SecurityType;
import io.dawsos.domain.money.CurrencyCode;
import io.dawsos.domain.pricing.CurrencyPair;
import io.dawsos.domain.pricing.ObservationSink;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The simulated market: ten years of business days, made by a factor model from a fixed seed, the same on every machine.
 *
 * <p>Each day draws a market factor (16 % a year), a rates factor (the change of the 10-year yield, 0.9 points a year) and one draw
 * for each exchange rate (7 % a year, drawn back to its mean) and security. Two securities split; their raw prices drop on that day.
 */
public final class DemoMarket {

    /** The seed of the standard market. */
    public static final long SEED = 20_261_125L;

    /** Volatility of the market factor per year. */
    public static final double MARKET_VOLATILITY = 0.16;

    private static final LocalDate LAST_DAY = LocalDate.of(2026, 10, 30);
    private static final int YEARS = 10;
    private static final double DAYS_PER_YEAR = 252;
    private static final double RATE_VOLATILITY = 0.009;
    private static final double FX_VOLATILITY = 0.07;
    private static final double REVERSION = 0.7;
    private static final double CAD_MEAN = 1.33;
    private static final double EUR_MEAN = 1.11;
    private static final double FIRST_EQUITY_INDEX = 2100;
    private static final double EQUITY_DRIFT = 0.07;

    /** The securities with their true parameters. */
    public static final List<DemoSecurity> SECURITIES = List.of(
            equity("QAXIS", "Quantum Axis Systems", "USD", "Technology", 48, 0.13, 1.25, -1.0, 0.24, 0.004),
            equity("NIMBO", "Nimbo Cloud", "USD", "Technology", 120, 0.14, 1.35, -1.5, 0.28, 0.0),
            equity("HELIX", "Helix Therapeutics", "USD", "Health Care", 75, 0.09, 0.80, -0.4, 0.22, 0.012),
            equity("VITAL", "Vitalis Care", "USD", "Health Care", 60, 0.08, 0.70, -0.3, 0.18, 0.018),
            equity("FERRO", "Ferro Steelworks", "USD", "Materials", 32, 0.08, 1.10, 0.8, 0.27, 0.025),
            equity("PLAIN", "Plainsway Railroads", "USD", "Industrials", 88, 0.09, 0.95, 0.2, 0.19, 0.018),
            equity("HARBR", "Harbor Retail Group", "USD", "Consumer Staples", 54, 0.07, 0.55, -0.2, 0.15, 0.026),
            equity("LUMEN", "Luminate Media", "USD", "Communication", 41, 0.09, 1.05, -0.6, 0.26, 0.0),
            equity("BOREA", "Boreal Bank", "CAD", "Financials", 70, 0.08, 1.00, 1.2, 0.17, 0.042),
            equity("TUNDR", "Tundra Pipelines", "CAD", "Energy", 38, 0.07, 0.75, 0.3, 0.18, 0.058),
            equity("CEDAR", "Cedar Falls Lumber", "CAD", "Materials", 22, 0.08, 1.05, 0.2, 0.29, 0.015),
            equity("LOONI", "Looni Telecom", "CAD", "Communication", 46, 0.06, 0.50, -0.9, 0.14, 0.052),
            equity("GRANT", "Granite Shield Gold", "CAD", "Materials", 15, 0.07, 0.20, -1.2, 0.36, 0.008),
            equity("RHEIN", "Rheintal Maschinen", "EUR", "Industrials", 64, 0.08, 1.05, 0.3, 0.21, 0.027),
            equity("ALPIN", "Alpin Chemie", "EUR", "Materials", 52, 0.07, 0.95, 0.2, 0.20, 0.034),
            equity("SOLEA", "Solea Renouvelables", "EUR", "Utilities", 19, 0.09, 0.70, -1.8, 0.28, 0.010),
            new DemoSecurity(
                    "USAGG",
                    "Simulated US Aggregate Bond Fund",
                    SecurityType.FUND,
                    "USD",
                    "Fixed Income",
                    100,
                    0.03,
                    0.02,
                    -6.0,
                    0.02,
                    0.03),
            new DemoSecurity(
                    "CABND",
                    "Simulated Canadian Bond Fund",
                    SecurityType.FUND,
                    "CAD",
                    "Fixed Income",
                    30,
                    0.03,
                    0.02,
                    -7.0,
                    0.02,
                    0.03),
            new DemoSecurity(
                    "AURUM",
                    "Simulated Gold Trust",
                    SecurityType.COMMODITY,
                    "USD",
                    "Commodities",
                    110,
                    0.06,
                    -0.05,
                    -2.0,
                    0.14,
                    0.0),
            new DemoSecurity(
                    "BYTEC",
                    "Simulated Byte Coin",
                    SecurityType.CRYPTO,
                    "USD",
                    "Digital Assets",
                    600,
                    0.35,
                    1.40,
                    -1.0,
                    0.65,
                    0.0));

    private static final Map<String, Integer> SPLITS = Map.of("QAXIS", 4, "NIMBO", 2);

    private final List<LocalDate> days = new ArrayList<>();
    private final Map<String, double[]> prices = new LinkedHashMap<>();
    private final Map<String, LocalDate> splitDates = new LinkedHashMap<>();
    private final double[] usdCad;
    private final double[] eurUsd;
    private final double[] tenYear;
    private final double[] equityIndex;
    private final double[] inflation;
    private final double[] credit;

    private DemoMarket(long seed, LocalDate lastDay) {
        for (LocalDate day = lastDay.minusYears(YEARS); !day.isAfter(lastDay); day = day.plusDays(1)) {
            if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                days.add(day);
            }
        }
        int size = days.size();
        usdCad = new double[size];
        eurUsd = new double[size];
        tenYear = new double[size];
        equityIndex = new double[size];
        inflation = new double[size];
        credit = new double[size];
        splitDates.put("QAXIS", days.get(size * 4 / 10));
        splitDates.put("NIMBO", days.get(size * 7 / 10));
        simulate(new SimulatedRandom(seed));
        simulateFurtherSeries(new SimulatedRandom(seed + 1));
    }

    private static DemoSecurity equity(
            String symbol,
            String name,
            String currency,
            String sector,
            double start,
            double drift,
            double market,
            double rates,
            double own,
            double yield) {
        return new DemoSecurity(
                symbol, name, SecurityType.EQUITY, currency, sector, start, drift, market, rates, own, yield);
    }

    /** Makes the standard market. */
    public static DemoMarket standard() {
        return new DemoMarket(SEED, LAST_DAY);
    }

    private void simulate(SimulatedRandom random) {
        double root = StrictMath.sqrt(1 / DAYS_PER_YEAR);
        double[] level =
                SECURITIES.stream().mapToDouble(DemoSecurity::startPrice).toArray();
        SECURITIES.forEach(security -> prices.put(security.symbol(), new double[days.size()]));
        double cad = CAD_MEAN;
        double eur = EUR_MEAN;
        double yield = 0.022;
        for (int day = 0; day < days.size(); day++) {
            double market = day == 0 ? 0 : MARKET_VOLATILITY * root * random.normal();
            double rates =
                    day == 0 ? 0 : RATE_VOLATILITY * root * random.normal() + 0.02 * (0.032 - yield) / DAYS_PER_YEAR;
            cad = nextRate(cad, CAD_MEAN, day, root, random);
            eur = nextRate(eur, EUR_MEAN, day, root, random);
            yield = Math.max(0.002, yield + rates);
            usdCad[day] = cad;
            eurUsd[day] = eur;
            tenYear[day] = yield;
            equityIndex[day] = day == 0
                    ? FIRST_EQUITY_INDEX
                    : equityIndex[day - 1] * StrictMath.exp(EQUITY_DRIFT / DAYS_PER_YEAR + market);
            for (int i = 0; i < level.length; i++) {
                level[i] = next(SECURITIES.get(i), level[i], day, market, rates, root, random);
                series(SECURITIES.get(i))[day] = level[i];
            }
        }
    }

    /** Expected inflation and the spread of credit, from draws of their own: what prices rest on does not change with them. */
    private void simulateFurtherSeries(SimulatedRandom random) {
        double root = StrictMath.sqrt(1 / DAYS_PER_YEAR);
        double expected = 0.02;
        double spread = 0.02;
        for (int day = 0; day < days.size(); day++) {
            if (day > 0) {
                expected += 0.5 * (0.021 - expected) / DAYS_PER_YEAR + 0.006 * root * random.normal();
                spread += (0.02 - spread) / DAYS_PER_YEAR
                        - 0.05 * (equityIndex[day] / equityIndex[day - 1] - 1)
                        + 0.003 * root * random.normal();
            }
            inflation[day] = expected;
            credit[day] = Math.max(0.002, spread);
        }
    }

    /** Returns to its mean at half a distance a year or so, so that ten years stay plausible. */
    private static double nextRate(double before, double mean, int day, double root, SimulatedRandom random) {
        if (day == 0) {
            return before;
        }
        double pull = REVERSION * StrictMath.log(mean / before) / DAYS_PER_YEAR;
        return before * StrictMath.exp(pull + FX_VOLATILITY * root * random.normal());
    }

    private double next(
            DemoSecurity security,
            double before,
            int day,
            double market,
            double rates,
            double root,
            SimulatedRandom random) {
        if (day == 0) {
            return before;
        }
        double variance = StrictMath.pow(security.betaMarket() * MARKET_VOLATILITY, 2)
                + StrictMath.pow(security.betaRates() * RATE_VOLATILITY, 2)
                + StrictMath.pow(security.ownVolatility(), 2);
        double change = (security.drift() - security.dividendYield() - variance / 2) / DAYS_PER_YEAR
                + security.betaMarket() * market
                + security.betaRates() * rates
                + security.ownVolatility() * root * random.normal();
        double price = before * StrictMath.exp(change);
        return days.get(day).equals(splitDates.get(security.symbol())) ? price / splitRatio(security.symbol()) : price;
    }

    /** The last business day. */
    public LocalDate lastDay() {
        return days.get(days.size() - 1);
    }

    /** The business days, in order. */
    public List<LocalDate> days() {
        return List.copyOf(days);
    }

    /** The identity of an owner's demo portfolio. */
    public static PortfolioId portfolioId(UserId owner) {
        return new PortfolioId(
                UUID.nameUUIDFromBytes(("dawsos-demo/" + owner.value()).getBytes(StandardCharsets.UTF_8)));
    }

    /** The raw closing price of a security on a business day. */
    BigDecimal price(DemoSecurity security, int day) {
        return BigDecimal.valueOf(series(security)[day]).setScale(4, RoundingMode.HALF_EVEN);
    }

    private double[] series(DemoSecurity security) {
        return java.util.Objects.requireNonNull(prices.get(security.symbol()));
    }

    /** The securities that split, with the day. */
    Map<String, LocalDate> splitDates() {
        return Map.copyOf(splitDates);
    }

    /** How many units one becomes in a split. */
    static int splitRatio(String symbol) {
        return java.util.Objects.requireNonNull(SPLITS.get(symbol));
    }

    /** Pushes descriptions, prices, rates and macro series. */
    void pushTo(ObservationSink sink) {
        SECURITIES.forEach(security -> sink.security(security.security()));
        for (DemoSecurity security : SECURITIES) {
            for (int day = 0; day < days.size(); day++) {
                sink.price(security.id(), days.get(day), price(security, day));
            }
        }
        for (int day = 0; day < days.size(); day++) {
            LocalDate date = days.get(day);
            sink.rate(pair("USD", "CAD"), date, rounded(usdCad[day], 6));
            sink.rate(pair("EUR", "USD"), date, rounded(eurUsd[day], 6));
            sink.rate(pair("EUR", "CAD"), date, rounded(eurUsd[day] * usdCad[day], 6));
            // Percent per year, as FRED publishes them.
            sink.macro("DGS10", date, rounded(tenYear[day] * 100, 2));
            sink.macro("DGS2", date, rounded(Math.max(0.001, tenYear[day] - 0.004) * 100, 2));
            sink.macro("DGS3MO", date, rounded(Math.max(0.001, tenYear[day] - 0.007) * 100, 2));
            sink.macro("SP500", date, rounded(equityIndex[day], 4));
            sink.macro("T10YIE", date, rounded(inflation[day] * 100, 4));
            sink.macro("DFII10", date, rounded((tenYear[day] - inflation[day]) * 100, 4));
            sink.macro("BAA10Y", date, rounded(credit[day] * 100, 4));
            sink.macro("DTWEXBGS", date, rounded(dollar(day), 4));
            sink.macro("FEDFUNDS", date, rounded(Math.max(0.001, tenYear[day] - 0.0075) * 100, 2));
        }
    }

    /** A dollar index over both currencies, 100 at their means. */
    private double dollar(int day) {
        return 100 * StrictMath.sqrt(usdCad[day] / CAD_MEAN * (EUR_MEAN / eurUsd[day]));
    }

    private static CurrencyPair pair(String base, String quote) {
        return new CurrencyPair(CurrencyCode.of(base), CurrencyCode.of(quote));
    }

    private static BigDecimal rounded(double value, int decimals) {
        return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN);
    }
}
