package io.dawsos.application.performance;

import io.dawsos.application.performance.Contributions.Contribution;
import io.dawsos.application.performance.Contributions.GroupContribution;
import io.dawsos.application.portfolio.PortfolioSnapshot;
import io.dawsos.domain.attribution.CurrencyAttribution;
import io.dawsos.domain.attribution.CurrencyAttribution.SleeveParts;
import io.dawsos.domain.attribution.Parts;
import io.dawsos.domain.figure.Figure;
import io.dawsos.domain.ledger.Security;
import io.dawsos.domain.ledger.SecurityId;
import io.dawsos.domain.performance.ReturnSeries;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Lists what each holding of a snapshot contributed over a window. */
final class ContributionTable {

    static final String CASH = "Cash";
    static final String UNCLASSIFIED = "Unclassified";

    private final PortfolioSnapshot snapshot;

    ContributionTable(PortfolioSnapshot snapshot) {
        this.snapshot = snapshot;
    }

    Figure<CurrencyAttribution> attribution(int window) {
        return CurrencyAttribution.of(snapshot.valuation(), ReturnSeries.of(snapshot.valuation()), window);
    }

    Figure<Contributions> over(int window) {
        return attribution(window).map(this::table);
    }

    private Contributions table(CurrencyAttribution attribution) {
        List<Contribution> rows = attribution.bySleeve().stream()
                .map(this::row)
                .sorted(Comparator.comparingDouble(Contribution::contribution)
                        .reversed()
                        .thenComparing(Contribution::symbol))
                .toList();
        return new Contributions(
                snapshot.base().code(),
                attribution.from(),
                snapshot.asOf(),
                rows,
                groups(rows, Contribution::sector),
                groups(rows, Contribution::currency),
                attribution.total().total(),
                attribution.twr(),
                attribution.total().total() - attribution.twr(),
                CurrencyAttribution.METHOD);
    }

    private Contribution row(SleeveParts parts) {
        return new Contribution(
                parts.security().map(SecurityId::value),
                parts.security()
                        .map(snapshot::symbol)
                        .orElse(CASH + " " + parts.currency().code()),
                parts.security().map(this::sector).orElse(CASH),
                parts.currency().code(),
                parts.weight(),
                parts.parts().total(),
                parts.parts().local(),
                parts.parts().fx(),
                parts.parts().interaction(),
                parts.own().map(Parts::total));
    }

    String sector(SecurityId id) {
        return snapshot.slice().security(id).flatMap(Security::sector).orElse(UNCLASSIFIED);
    }

    private static List<GroupContribution> groups(List<Contribution> rows, Function<Contribution, String> name) {
        Map<String, GroupContribution> groups = new TreeMap<>();
        rows.forEach(row -> groups.merge(
                name.apply(row),
                new GroupContribution(name.apply(row), row.weight(), row.contribution()),
                (one, other) -> new GroupContribution(
                        one.name(), one.weight() + other.weight(), one.contribution() + other.contribution())));
        return groups.values().stream()
                .sorted(Comparator.comparingDouble(GroupContribution::contribution)
                        .reversed()
                        .thenComparing(GroupContribution::name))
                .toList();
    }
}
