package io.dawsos.application.risk;

import io.dawsos.domain.capability.InvalidArgumentException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A factor: a macro series and how its changes are taken.
 *
 * @param name in results
 * @param series the id of its publisher
 */
record FactorSpec(String name, String series, Change change) {

    /** How the change from one observation to the next is taken. */
    enum Change {
        /** Of a rate in percent: the difference over 100. */
        DIFFERENCE,
        /** Of a level: the relative change. */
        RETURN;

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The predecessor's five, with the change of a rate taken as a difference. */
    static final List<FactorSpec> STANDARD = List.of(
            new FactorSpec("real_rate", "DFII10", Change.DIFFERENCE),
            new FactorSpec("inflation", "T10YIE", Change.DIFFERENCE),
            new FactorSpec("credit", "BAA10Y", Change.DIFFERENCE),
            new FactorSpec("usd", "DTWEXBGS", Change.RETURN),
            new FactorSpec("equity", "SP500", Change.RETURN));

    private static final int MOST = 20;

    /**
     * Reads factors such as {@code DGS10:difference}.
     *
     * @throws InvalidArgumentException if one is none, or stands twice
     */
    static List<FactorSpec> parse(List<String> texts) {
        Set<String> names = new LinkedHashSet<>();
        if (texts.isEmpty() || texts.size() > MOST) {
            throw wrong("found " + texts.size() + " factors");
        }
        return texts.stream()
                .map(text -> {
                    int colon = text.lastIndexOf(':');
                    String series = colon < 0 ? "" : text.substring(0, colon);
                    String change = text.substring(colon + 1);
                    if (series.isBlank() || !Set.of("difference", "return").contains(change)) {
                        throw wrong("found \"" + text + "\"");
                    }
                    if (!names.add(series)) {
                        throw wrong(series + " stands twice");
                    }
                    return new FactorSpec(series, series, Change.valueOf(change.toUpperCase(Locale.ROOT)));
                })
                .toList();
    }

    private static InvalidArgumentException wrong(String reason) {
        return new InvalidArgumentException(
                "factors",
                reason,
                "1 to " + MOST + " macro series, each with :difference for a rate or :return for a level");
    }
}
