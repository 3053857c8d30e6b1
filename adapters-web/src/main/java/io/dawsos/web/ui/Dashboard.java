package io.dawsos.web.ui;

import java.util.List;

/**
 * What the overview of a portfolio shows.
 *
 * @param currency the base currency
 * @param days the valuation days that are looked back
 */
record Dashboard(
        String path,
        String name,
        String currency,
        int days,
        List<Span> spans,
        Provenance provenance,
        Shown total,
        Shown today,
        List<Line> standing,
        List<Line> returns,
        List<Line> risk,
        Series values,
        List<Holding> holdings,
        Shown holdingsMissing,
        List<Share> sectors,
        List<CashLine> cash,
        List<AttributionLine> attribution,
        String attributionSpan) {

    /** A stretch of time to choose. */
    record Span(String name, int days) {}

    /** A figure with its name. */
    record Line(String name, Shown figure, String note) {}

    /** A series of values over dates, as JSON arrays of seconds and numbers, with a sentence that says the same. */
    record Series(String times, String numbers, String summary, Shown missing) {}

    /** A security that is held. */
    record Holding(
            String symbol,
            String name,
            Shown quantity,
            Shown price,
            String priceCurrency,
            Shown value,
            Shown weight,
            Shown cost,
            Shown gain,
            Shown gainRate,
            Shown day) {}

    /** A part of the whole. */
    record Share(String name, Shown value, Shown weight, String bar) {}

    /** Cash in one currency. */
    record CashLine(String currency, Shown amount, Shown value) {}

    /** A currency's part of the return. */
    record AttributionLine(String currency, Shown weight, Shown local, Shown fx, Shown interaction, Shown total) {}
}
