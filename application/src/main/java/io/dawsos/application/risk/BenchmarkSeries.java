package io.dawsos.application.risk;

import io.dawsos.application.portfolio.PortfolioSnapshot;
import io.dawsos.domain.corporateaction.CorporateEvent;
import io.dawsos.domain.corporateaction.CorporateEvent.Dividend;
import io.dawsos.domain.corporateaction.CorporateEvent.Split;
import io.dawsos.domain.corporateaction.CorporateEvents;
import io.dawsos.domain.corporateaction.ListedEvent;
import io.dawsos.domain.deadline.Deadline;
import io.dawsos.domain.figure.Figure;
import io.dawsos.domain.figure.Unavailable;
import io.dawsos.domain.ledger.Security;
import io.dawsos.domain.ledger.SecurityId;
import io.dawsos.domain.money.CurrencyCode;
import io.dawsos.domain.performance.Blend;
import io.dawsos.domain.performance.Blend.Rebalancing;
import io.dawsos.domain.performance.ReturnSample;
import io.dawsos.domain.performance.TotalReturnIndex;
import io.dawsos.domain.pricing.CurrencyConversion;
import io.dawsos.domain.pricing.MarketData;
import io.dawsos.domain.pricing.MarketSlice;
import io.dawsos.domain.pricing.SliceRequest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the daily total returns of benchmarks in a portfolio's base currency, through the pack that the portfolio is seen through. */
public final class BenchmarkSeries {

    private final MarketData marketData;
    private final CorporateEvents events;

    @Inject
    BenchmarkSeries(MarketData marketData, CorporateEvents events) {
        this.marketData = marketData;
        this.events = events;
    }

    /**
     * A benchmark over the valuation days of a portfolio.
     *
     * @param dividends how many were counted
     */
    record Benchmark(ReturnSample returns, int dividends) {}

    /**
     * One security of a benchmark.
     *
     * @param returns total returns in base currency
     * @param dividends how many were counted
     */
    record Member(Security security, double weight, ReturnSample returns, int dividends) {}

    /** The blend; missing if a security is unknown or has no price or rate. */
    Figure<Benchmark> of(PortfolioSnapshot snapshot, BenchmarkSpec spec, Rebalancing rebalancing, Deadline deadline) {
        return members(snapshot, spec, deadline)
                .map(members -> new Benchmark(
                        Blend.of(
                                members.stream().map(Member::returns).toList(),
                                members.stream().mapToDouble(Member::weight).toArray(),
                                rebalancing),
                        members.stream().mapToInt(Member::dividends).sum()));
    }

    /** The securities in the order written; missing if one is unknown or has no price or rate. */
    Figure<List<Member>> members(PortfolioSnapshot snapshot, BenchmarkSpec spec, Deadline deadline) {
        Map<String, Security> known =
                marketData.withSymbols(snapshot.slice().pack(), spec.weights().keySet(), deadline).stream()
                        .collect(Collectors.toMap(Security::symbol, security -> security));
        for (String symbol : spec.weights().keySet()) {
            if (!known.containsKey(symbol)) {
                return Figure.missing(new Unavailable(
                        "benchmark_unknown",
                        "the pack knows no security " + symbol,
                        "import prices of " + symbol + ", or name another benchmark"));
            }
        }
        Set<SecurityId> ids = known.values().stream().map(Security::id).collect(Collectors.toSet());
        MarketSlice slice = slice(snapshot, known, ids, deadline);
        List<CorporateEvent> announced =
                events.between(slice.pack(), ids, from(snapshot), slice.pack().asOf(), deadline).stream()
                        .map(ListedEvent::event)
                        .toList();
        List<Member> members = new ArrayList<>();
        for (Map.Entry<String, Double> part : spec.weights().entrySet()) {
            Security security = Objects.requireNonNull(known.get(part.getKey()));
            Member member = member(snapshot, slice, security, part.getValue(), announced);
            if (member.returns().size() == 0) {
                return Figure.missing(new Unavailable(
                        "benchmark_without_prices",
                        security.symbol() + " has no two prices, or no rates, in the time of the portfolio",
                        "import prices of " + security.symbol() + ", and rates of " + security.currency()));
            }
            members.add(member);
        }
        return Figure.known(members);
    }

    private static Member member(
            PortfolioSnapshot snapshot,
            MarketSlice slice,
            Security security,
            double weight,
            List<CorporateEvent> announced) {
        int[] days = snapshot.valuation().days().toArray();
        List<Dividend> paid = of(announced, Dividend.class, security).stream()
                .filter(dividend -> dividend.currency().equals(security.currency()))
                .toList();
        double[] rates = new CurrencyConversion(slice).rates(security.currency(), snapshot.base(), days);
        double[] levels = new TotalReturnIndex(
                        slice.pricesOf(security.id()), of(announced, Split.class, security), paid)
                .levels(days, rates);
        return new Member(security, weight, ReturnSample.ofLevels(days, levels), paid.size());
    }

    private static LocalDate from(PortfolioSnapshot snapshot) {
        return snapshot.valuation().days().size() == 0
                ? snapshot.asOf()
                : snapshot.valuation().days().date(0);
    }

    private MarketSlice slice(
            PortfolioSnapshot snapshot, Map<String, Security> known, Set<SecurityId> ids, Deadline deadline) {
        Set<CurrencyCode> currencies =
                known.values().stream().map(Security::currency).collect(Collectors.toCollection(HashSet::new));
        return marketData.slice(
                snapshot.slice().pack(),
                new SliceRequest(
                        ids,
                        CurrencyConversion.pairsFor(currencies, snapshot.base()),
                        Set.of(),
                        from(snapshot),
                        snapshot.asOf()),
                deadline);
    }

    private static <E extends CorporateEvent> List<E> of(
            List<CorporateEvent> events, Class<E> kind, Security security) {
        return events.stream()
                .filter(event -> event.security().equals(security.id()))
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }
}
