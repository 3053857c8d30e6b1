package io.dawsos.application.performance;

import io.dawsos.application.performance.Contributions.Contribution;
import io.dawsos.application.performance.Contributions.GroupContribution;
import io.dawsos.application.portfolio.PortfolioSnapshot;
import io.dawsos.application.portfolio.ResultPath;
import io.dawsos.domain.attribution.AttributionExplanation;
import io.dawsos.domain.attribution.AttributionExplanation.Part;
import io.dawsos.domain.explanation.Explanation;
import io.dawsos.domain.ledger.SecurityId;
import io.dawsos.domain.performance.ReturnSeries;
import io.dawsos.domain.performance.Sleeve;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Takes the numbers of a table of contributions apart. */
final class ContributionExplanation {

    private final ContributionTable table;
    private final AttributionExplanation attribution;
    private final int window;

    /** @param window as the table was asked for */
    ContributionExplanation(PortfolioSnapshot snapshot, int window) {
        this.table = new ContributionTable(snapshot);
        this.attribution =
                new AttributionExplanation(snapshot.valuation(), ReturnSeries.of(snapshot.valuation()), window);
        this.window = window;
    }

    /** Explains a number of the table; empty if there is none at the path. */
    Optional<Explanation> at(ResultPath path) {
        return table.over(window).asOptional().flatMap(found -> at(path, found)).map(Explanation::shown);
    }

    private Optional<Explanation> at(ResultPath path, Contributions found) {
        if (path.size() == 1) {
            return switch (path.name(0)) {
                case "total_contribution" -> Optional.of(attribution.total(Optional.empty()));
                case "portfolio_return" -> Optional.of(attribution.portfolioReturn());
                case "residual" -> Optional.of(attribution.residual());
                default -> Optional.empty();
            };
        }
        if (path.size() != 2) {
            return Optional.empty();
        }
        return switch (path.name(0)) {
            case "positions" -> path.item(0, found.positions()).flatMap(row -> position(row, path.name(1)));
            case "sectors" -> path.item(0, found.sectors()).flatMap(row -> group(row, path.name(1), this::sector));
            case "currencies" ->
                path.item(0, found.currencies())
                        .flatMap(row -> group(
                                row, path.name(1), sleeve -> sleeve.currency().code()));
            default -> Optional.empty();
        };
    }

    private String sector(Sleeve sleeve) {
        return sleeve.security().map(table::sector).orElse(ContributionTable.CASH);
    }

    private Optional<Explanation> group(GroupContribution row, String field, Function<Sleeve, String> name) {
        Predicate<Sleeve> which = sleeve -> name.apply(sleeve).equals(row.name());
        return switch (field) {
            case "contribution" -> Optional.of(attribution.total(which, " of " + row.name()));
            case "weight" -> Optional.of(attribution.weight(which, row.name()));
            default -> Optional.empty();
        };
    }

    private Optional<Explanation> position(Contribution row, String field) {
        Optional<SecurityId> security = row.securityId().map(SecurityId::new);
        Predicate<Sleeve> which = sleeve ->
                sleeve.security().equals(security) && sleeve.currency().code().equals(row.currency());
        String of = " of " + row.symbol();
        return switch (field) {
            case "contribution" -> Optional.of(attribution.total(which, of));
            case "local" -> Optional.of(attribution.part(Part.LOCAL, which, of));
            case "fx" -> Optional.of(attribution.part(Part.FX, which, of));
            case "interaction" -> Optional.of(attribution.part(Part.INTERACTION, which, of));
            case "weight" -> Optional.of(attribution.weight(which, row.symbol()));
            default -> Optional.empty();
        };
    }
}
