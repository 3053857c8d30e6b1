package io.dawsos.domain.attribution;

import io.dawsos.domain.explanation.Explanation;
import io.dawsos.domain.explanation.Operation;
import io.dawsos.domain.explanation.Recording;
import io.dawsos.domain.money.CurrencyCode;
import io.dawsos.domain.performance.DailyValuation;
import io.dawsos.domain.performance.ReturnSeries;
import io.dawsos.domain.performance.Sleeve;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * Takes a currency attribution apart: by sleeve, by piece of its way, down to values, rates and the scale that links the pieces.
 * Walks the same way as the attribution does.
 */
public final class AttributionExplanation {

    private final DailyValuation valuation;
    private final ReturnSeries returns;
    private final LinkingScale scale;
    private final int after;
    private final int last;

    /** @param window as the attribution was asked for, all of whose days have values */
    public AttributionExplanation(DailyValuation valuation, ReturnSeries returns, int window) {
        this.valuation = valuation;
        this.returns = returns;
        this.last = valuation.days().size() - 1;
        this.after = CurrencyAttribution.opening(returns, window);
        this.scale = new LinkingScale(valuation, after, last);
    }

    /** One of the parts of an attribution. */
    public enum Part {
        LOCAL(Parts::local),
        FX(Parts::fx),
        INTERACTION(Parts::interaction);

        private final ToDoubleFunction<Parts> value;

        Part(ToDoubleFunction<Parts> value) {
            this.value = value;
        }

        String label() {
            return this == FX ? "FX" : name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** A part, of all that was held or of what is in one currency. */
    public Explanation part(Part part, Optional<CurrencyCode> currency) {
        return part(
                part,
                sleeve -> currency.isEmpty() || currency.get().equals(sleeve.currency()),
                currency.map(code -> " in " + code).orElse(""));
    }

    /** A part of some sleeves, named by what follows "of the return". */
    public Explanation part(Part part, Predicate<Sleeve> which, String of) {
        List<Explanation> sleeves = new ArrayList<>();
        double sum = 0;
        for (Sleeve sleeve : valuation.sleeves()) {
            if (!which.test(sleeve)) {
                continue;
            }
            List<Explanation> pieces = new ArrayList<>();
            SleevePath path = new SleevePath(
                    sleeve,
                    scale,
                    (piece, parts) -> pieces.add(piece(sleeve, piece, part, part.value.applyAsDouble(parts))));
            path.walk(after, last);
            if (path.wasHeld()) {
                double contributed = part.value.applyAsDouble(path.contribution());
                sum += contributed;
                sleeves.add(Explanation.computed(
                        "The " + part.label() + " part of " + name(sleeve),
                        contributed,
                        "fraction",
                        Operation.SUM,
                        () -> pieces));
            }
        }
        return Explanation.computed(
                        "The " + part.label() + " part of the return" + of,
                        sum,
                        "fraction",
                        Operation.SUM,
                        () -> sleeves)
                .by(CurrencyAttribution.METHOD);
    }

    /** All three parts together. */
    public Explanation total(Optional<CurrencyCode> currency) {
        return total(
                sleeve -> currency.isEmpty() || currency.get().equals(sleeve.currency()),
                currency.map(code -> " in " + code).orElse(""));
    }

    /** All three parts together, of some sleeves. */
    public Explanation total(Predicate<Sleeve> which, String of) {
        Explanation local = part(Part.LOCAL, which, of);
        Explanation fx = part(Part.FX, which, of);
        Explanation interaction = part(Part.INTERACTION, which, of);
        return Explanation.computed(
                "The attributed return" + of,
                local.value().doubleValue()
                        + fx.value().doubleValue()
                        + interaction.value().doubleValue(),
                "fraction",
                Operation.SUM,
                () -> List.of(local, fx, interaction));
    }

    /** The time-weighted return of the window, computed on its own. */
    public Explanation portfolioReturn() {
        Recording recording = new Recording();
        returns.between(after, last, recording);
        return recording.explanation().orElseThrow();
    }

    /** What the parts leave of the return that was computed on its own. */
    public Explanation residual() {
        Explanation total = total(Optional.empty());
        Explanation alone = portfolioReturn();
        return Explanation.computed(
                "Attributed less time-weighted return",
                total.value().doubleValue() - alone.value().doubleValue(),
                "fraction",
                Operation.DIFFERENCE,
                () -> List.of(total, alone));
    }

    /** The share of a currency in the portfolio where the window opens. */
    public Explanation weight(CurrencyCode currency) {
        return weight(sleeve -> sleeve.currency().equals(currency), currency.code());
    }

    /** The share of some sleeves in the portfolio where the window opens. */
    public Explanation weight(Predicate<Sleeve> which, String of) {
        List<Explanation> shares = new ArrayList<>();
        double sum = 0;
        double opening = after < 0 ? 0 : valuation.total(after);
        if (opening > 0) {
            for (Sleeve sleeve : valuation.sleeves()) {
                if (which.test(sleeve) && sleeve.baseValue(after) != 0) {
                    double share = sleeve.baseValue(after) / opening;
                    sum += share;
                    shares.add(Explanation.computed(
                            "Share of " + name(sleeve),
                            share,
                            "fraction",
                            Operation.RATIO,
                            () -> List.of(base(sleeve, after), valuation.explainTotal(after))));
                }
            }
        }
        return Explanation.computed("Opening weight of " + of, sum, "fraction", Operation.SUM, () -> shares);
    }

    private String name(Sleeve sleeve) {
        return sleeve.security().map(id -> valuation.explanation().symbol(id)).orElse("cash in " + sleeve.currency());
    }

    private Explanation base(Sleeve sleeve, int day) {
        return valuation.explanation().sleeve(sleeve, day, valuation.days().date(day));
    }

    private Explanation local(Sleeve sleeve, int day) {
        return valuation.explanation().localValue(sleeve, day, valuation.days().date(day));
    }

    private Explanation rate(Sleeve sleeve, int day) {
        return valuation.explanation().rate(sleeve.currency(), valuation.days().date(day));
    }

    private Explanation piece(Sleeve sleeve, SleevePath.Piece piece, Part part, double value) {
        String label = piece.flows()
                ? "On " + valuation.days().date(piece.to()) + ", with flows"
                : "From the end of " + valuation.days().date(piece.from()) + " to "
                        + valuation.days().date(piece.to());
        return Explanation.computed(label, value, "fraction", Operation.PRODUCT, () -> {
            List<Explanation> factors =
                    new ArrayList<>(piece.flows() ? flowDay(sleeve, piece.to(), part) : stretch(sleeve, piece, part));
            factors.add(explainScale(piece.flows() ? piece.to() : piece.from() + 1));
            return factors;
        });
    }

    private List<Explanation> stretch(Sleeve sleeve, SleevePath.Piece piece, Part part) {
        double gained = sleeve.value(piece.to()) - sleeve.value(piece.from());
        Explanation gain = Explanation.computed(
                "Gain in local currency",
                gained,
                sleeve.currency().code(),
                Operation.DIFFERENCE,
                () -> List.of(local(sleeve, piece.to()), local(sleeve, piece.from())));
        Explanation change = change(sleeve, piece.from(), piece.to());
        return switch (part) {
            case LOCAL -> List.of(gain, rate(sleeve, piece.from()));
            case FX -> List.of(local(sleeve, piece.from()), change);
            case INTERACTION -> List.of(gain, change);
        };
    }

    private Explanation change(Sleeve sleeve, int from, int to) {
        return Explanation.computed(
                "Change of the rate",
                sleeve.rate(to) - sleeve.rate(from),
                "rate",
                Operation.DIFFERENCE,
                () -> List.of(rate(sleeve, to), rate(sleeve, from)));
    }

    private List<Explanation> flowDay(Sleeve sleeve, int day, Part part) {
        double before = day == 0 ? 0 : sleeve.value(day - 1);
        double rateBefore = before == 0 ? sleeve.rate(day) : sleeve.rate(day - 1);
        double gained = sleeve.baseValue(day)
                - (before == 0 ? 0 : before * rateBefore)
                + sleeve.outflow(day)
                - sleeve.inflow(day);
        Explanation gain =
                Explanation.computed("Gain of the day", gained, valuation.base().code(), Operation.DIFFERENCE, () -> {
                    List<Explanation> parts = new ArrayList<>();
                    parts.add(Explanation.computed(
                            "Value at the end and what was moved out",
                            sleeve.baseValue(day) + sleeve.outflow(day),
                            valuation.base().code(),
                            Operation.SUM,
                            () -> List.of(base(sleeve, day), moved(sleeve, day, sleeve.outflow(day), "out of"))));
                    if (before != 0) {
                        parts.add(base(sleeve, day - 1));
                    }
                    parts.add(moved(sleeve, day, sleeve.inflow(day), "into"));
                    return parts;
                });
        if (before == 0) {
            Explanation none = Explanation.parameter("Nothing was held before", 0);
            return part == Part.LOCAL ? List.of(gain) : List.of(none);
        }
        double byRate = before * (sleeve.rate(day) - rateBefore);
        Explanation fx = Explanation.computed(
                "What the rate did to the opening value",
                byRate,
                valuation.base().code(),
                Operation.PRODUCT,
                () -> List.of(local(sleeve, day - 1), change(sleeve, day - 1, day)));
        double byPrice = (gained - byRate) * (rateBefore / sleeve.rate(day));
        Explanation local = Explanation.computed(
                "What prices did, at the opening rate",
                byPrice,
                valuation.base().code(),
                Operation.PRODUCT,
                () -> List.of(
                        Explanation.computed(
                                "Gain without the rate's part",
                                gained - byRate,
                                valuation.base().code(),
                                Operation.DIFFERENCE,
                                () -> List.of(gain, fx)),
                        Explanation.computed(
                                "Opening over closing rate",
                                rateBefore / sleeve.rate(day),
                                "number",
                                Operation.RATIO,
                                () -> List.of(rate(sleeve, day - 1), rate(sleeve, day)))));
        return switch (part) {
            case LOCAL -> List.of(local);
            case FX -> List.of(fx);
            case INTERACTION ->
                List.of(Explanation.computed(
                        "What is left of the gain",
                        gained - byRate - byPrice,
                        valuation.base().code(),
                        Operation.DIFFERENCE,
                        () -> List.of(gain, fx, local)));
        };
    }

    private Explanation moved(Sleeve sleeve, int day, double value, String direction) {
        return valuation.explanation().moved(sleeve, valuation.days(), day, value, direction);
    }

    /** The scale of a day: the return index where it was set, over the value that day began with. */
    private Explanation explainScale(int day) {
        int set = scale.setOn(day);
        double divisor = (set == 0 ? 0 : valuation.total(set - 1)) + valuation.inflow(set);
        double index = scale.on(day) * divisor;
        return Explanation.computed(
                "Return index over value",
                scale.on(day),
                "1/" + valuation.base().code(),
                Operation.RATIO,
                () -> List.of(
                        explainIndex(set, index),
                        Explanation.computed(
                                "Value before " + valuation.days().date(set) + " and what was brought in",
                                divisor,
                                valuation.base().code(),
                                Operation.SUM,
                                () -> set == 0
                                        ? List.of(valuation.explainInflow(set))
                                        : List.of(valuation.explainTotal(set - 1), valuation.explainInflow(set)))));
    }

    private Explanation explainIndex(int set, double index) {
        int before = set - 1;
        while (before > after && scale.on(before) == 0) {
            before--;
        }
        if (before <= after) {
            return Explanation.parameter("The index begins at", 1);
        }
        int day = before;
        return Explanation.computed(
                "Return index at the end of " + valuation.days().date(day),
                index,
                "number",
                Operation.PRODUCT,
                () -> List.of(
                        explainScale(day),
                        Explanation.computed(
                                "Value at the end of " + valuation.days().date(day) + " and what was taken out",
                                valuation.total(day) + valuation.outflow(day),
                                valuation.base().code(),
                                Operation.SUM,
                                () -> List.of(valuation.explainTotal(day), valuation.explainOutflow(day)))));
    }
}
