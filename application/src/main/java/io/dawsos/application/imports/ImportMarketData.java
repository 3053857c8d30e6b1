package io.dawsos.application.imports;

import io.dawsos.domain.identity.AccessScope;
import io.dawsos.domain.ledger.Securities;
import io.dawsos.domain.ledger.Security;
import io.dawsos.domain.ledger.SecurityId;
import io.dawsos.domain.ledger.SecurityType;
import io.dawsos.domain.ledger.Universe;
import io.dawsos.domain.money.CurrencyCode;
import io.dawsos.domain.pricing.CurrencyPair;
import io.dawsos.domain.pricing.MarketData;
import io.dawsos.domain.pricing.MarketData.RecordedBatch;
import io.dawsos.domain.pricing.ObservationSink;
import io.dawsos.domain.pricing.PricingPack;
import io.dawsos.domain.pricing.PricingPacks;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** Takes files of market data into one revision and builds its pack, or refuses a file whole and names every row that is wrong. */
public final class ImportMarketData {

    private final TableReader reader;
    private final MarketData marketData;
    private final PricingPacks packs;
    private final Securities securities;
    private final Clock clock;
    private final Supplier<UUID> identities;

    @Inject
    ImportMarketData(
            TableReader reader,
            MarketData marketData,
            PricingPacks packs,
            Securities securities,
            Clock clock,
            Supplier<UUID> identities) {
        this.reader = reader;
        this.marketData = marketData;
        this.packs = packs;
        this.securities = securities;
        this.clock = clock;
        this.identities = identities;
    }

    /**
     * What became of a file.
     *
     * @param offered rows in the file
     * @param stored rows that were new or changed
     * @param revision the revision that holds them; empty if none was stored
     * @param pack the newest pack after the import; empty if nothing is priced yet
     * @param newSecurities symbols that were unknown and are registered now
     */
    public record Result(
            long offered, long stored, Optional<Long> revision, Optional<String> pack, List<String> newSecurities) {}

    /** Imports closing prices: columns date, symbol, close, and currency for securities that are not known yet. */
    public Result prices(AccessScope scope, Universe universe, InputStream content, String source) {
        SecurityRegistry registry = new SecurityRegistry(securities, universe, identities);
        return record(scope, universe, source, registry, sink -> {
            Problems problems = new Problems();
            LocalDate latest = latest();
            new Table(reader, problems, Set.of("date", "symbol", "close"), Set.of("currency", "name"))
                    .read(content, row -> price(row, registry, latest, problems, sink));
            problems.refuseIfAny();
            registry.made().values().forEach(sink::security);
        });
    }

    private static void price(
            RowFields row, SecurityRegistry registry, LocalDate latest, Problems problems, ObservationSink sink) {
        long before = problems.total();
        Optional<LocalDate> date = row.needDate(latest);
        Optional<String> symbol = row.needText("symbol");
        Optional<BigDecimal> close = row.needNumber("close");
        Optional<CurrencyCode> currency = row.currency("currency");
        if (close.filter(value -> value.signum() < 0).isPresent()) {
            row.refuse("close", "less than 0", "a price of 0 or more");
        }
        if (problems.total() > before || symbol.isEmpty() || date.isEmpty() || close.isEmpty()) {
            return;
        }
        Optional<Security> known = registry.find(symbol.get());
        if (known.isEmpty() && currency.isEmpty()) {
            row.refuse(
                    "symbol", "unknown security, and the row gives no currency for it", "fill in the column currency");
            return;
        }
        Security security = known.orElseGet(() -> registry.findOrMake(
                symbol.get(),
                new SecurityHints(row.plainText("name"), Optional.empty(), Optional.empty(), currency),
                currency.orElseThrow()));
        if (currency.filter(code -> !code.equals(security.currency())).isPresent()) {
            row.refuse(
                    "currency",
                    security.symbol() + " is quoted in " + security.currency(),
                    "convert the price, or correct the currency");
            return;
        }
        sink.price(security.id(), date.get(), close.get());
    }

    /** Imports exchange rates: columns date, base, quote, rate; units of quote for one unit of base. */
    public Result rates(AccessScope scope, Universe universe, InputStream content, String source) {
        SecurityRegistry none = new SecurityRegistry(securities, universe, identities);
        return record(scope, universe, source, none, sink -> {
            Problems problems = new Problems();
            LocalDate latest = latest();
            new Table(reader, problems, Set.of("date", "base", "quote", "rate"), Set.of()).read(content, row -> {
                long before = problems.total();
                Optional<LocalDate> date = row.needDate(latest);
                Optional<CurrencyCode> base = row.needCurrency("base");
                Optional<CurrencyCode> quote = row.needCurrency("quote");
                Optional<BigDecimal> rate = row.needPositive("rate");
                if (base.isPresent() && base.equals(quote)) {
                    row.refuse("quote", "the same currency as base", "two different currencies");
                }
                if (problems.total() == before) {
                    sink.rate(
                            new CurrencyPair(base.orElseThrow(), quote.orElseThrow()),
                            date.orElseThrow(),
                            rate.orElseThrow());
                }
            });
            problems.refuseIfAny();
        });
    }

    /** Imports macro series: columns date, series, value; a value of {@code .} is a missing observation and passed over. */
    public Result macro(AccessScope scope, Universe universe, InputStream content, String source) {
        SecurityRegistry none = new SecurityRegistry(securities, universe, identities);
        return record(scope, universe, source, none, sink -> {
            Problems problems = new Problems();
            LocalDate latest = latest();
            new Table(reader, problems, Set.of("date", "series", "value"), Set.of()).read(content, row -> {
                if (row.text("value").filter("."::equals).isPresent()) {
                    return;
                }
                long before = problems.total();
                Optional<LocalDate> date = row.needDate(latest);
                Optional<String> series = row.needText("series");
                Optional<BigDecimal> value = row.needNumber("value");
                if (problems.total() == before) {
                    sink.macro(series.orElseThrow(), date.orElseThrow(), value.orElseThrow());
                }
            });
            problems.refuseIfAny();
        });
    }

    /** Imports descriptions of securities: columns symbol, currency, and name, type, sector where known. */
    public Result securities(AccessScope scope, Universe universe, InputStream content) {
        Problems problems = new Problems();
        SecurityRegistry registry = new SecurityRegistry(securities, universe, identities);
        List<Security> described = new ArrayList<>();
        new Table(reader, problems, Set.of("symbol", "currency"), Set.of("name", "type", "sector"))
                .read(content, row -> security(row, registry, universe).ifPresent(described::add));
        problems.refuseIfAny();
        int stored = securities.describe(scope, described);
        return new Result(
                described.size(),
                stored,
                Optional.empty(),
                packs.build(universe, Optional.empty()).map(pack -> pack.id().value()),
                described.stream()
                        .map(Security::symbol)
                        .filter(symbol -> registry.find(symbol).isEmpty())
                        .toList());
    }

    private Optional<Security> security(RowFields row, SecurityRegistry registry, Universe universe) {
        Optional<String> symbol = row.needText("symbol");
        Optional<CurrencyCode> currency = row.needCurrency("currency");
        Optional<SecurityType> type =
                row.text("type").isEmpty() ? Optional.of(SecurityType.OTHER) : SecurityTypes.read(row, "type");
        if (symbol.isEmpty() || currency.isEmpty() || type.isEmpty()) {
            return Optional.empty();
        }
        Optional<Security> known = registry.find(symbol.get());
        if (known.filter(security -> !security.currency().equals(currency.get()))
                .isPresent()) {
            row.refuse(
                    "currency",
                    "the security is quoted in " + known.get().currency(),
                    "use another symbol for another quotation");
            return Optional.empty();
        }
        return Optional.of(new Security(
                known.map(Security::id).orElseGet(() -> new SecurityId(identities.get())),
                symbol.get(),
                row.plainText("name").or(() -> known.map(Security::name)).orElse(symbol.get()),
                type.get(),
                currency.get(),
                row.plainText("sector"),
                universe));
    }

    private LocalDate latest() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(1);
    }

    private Result record(
            AccessScope scope,
            Universe universe,
            String source,
            SecurityRegistry registry,
            MarketData.ObservationFeed feed) {
        RecordedBatch batch = marketData.record(scope, universe, "import:" + source, feed);
        Optional<PricingPack> pack = packs.build(universe, Optional.empty());
        return new Result(
                batch.offered(),
                batch.stored(),
                batch.revision(),
                pack.map(built -> built.id().value()),
                List.copyOf(registry.made().keySet()));
    }
}
