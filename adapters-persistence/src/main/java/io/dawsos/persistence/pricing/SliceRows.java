package io.dawsos.persistence.pricing;

import io.dawsos.domain.ledger.Security;
import io.dawsos.domain.ledger.SecurityId;
import io.dawsos.domain.ledger.SecurityType;
import io.dawsos.domain.ledger.Universe;
import io.dawsos.domain.money.CurrencyCode;
import io.dawsos.domain.pricing.CurrencyPair;
import io.dawsos.domain.pricing.MarketSlice;
import io.dawsos.domain.pricing.ObservationSeries;
import io.dawsos.domain.pricing.PricingPack;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.result.RowView;

/**
 * The rows of one slice: a row for each security's description and one for each subject's series, its points packed into one text
 * so that thousands of observations cost one row's overhead.
 */
final class SliceRows {

    private static final String POINTS =
            "string_agg((o.date - date '1970-01-01') || ' ' || o.value, ',' order by o.date desc)";

    /**
     * For each subject: the newest revision of each date in range, from the last date before the range on. Newest date first, as
     * the index gives it when it is read backward.
     */
    private static String series(String kind, String table, String subjects, String match) {
        return "select '" + kind + "', cast(t.subject as text), null, null, null, null, null, s.points from " + subjects
                + " t(subject) cross join lateral (select " + POINTS
                + " points from (select distinct on (x.date) x.date,"
                + " x.value from " + table + " x where " + match
                + " and x.revision <= :cut and x.date <= :to and x.date >="
                + " coalesce((select y.date from " + table + " y where " + match.replace("x.", "y.")
                + " and y.revision <= :cut and y.date < :from and y.date <= :to order by y.date desc limit 1), :from)"
                + " order by x.date desc, x.revision desc) o) s"
                + " where s.points is not null";
    }

    static final String SELECT =
            "select 'security' kind, cast(s.id as text) subject, v.symbol, v.name, v.type, s.currency,"
                    + " v.sector, null points from securities s cross join lateral (select symbol, name, type, sector from security_versions"
                    + " where security_id = s.id and revision <= :cut order by revision desc limit 1) v"
                    + " where s.id = any(:securities) and s.universe = :universe union all "
                    + series(
                            "price",
                            "price_observations",
                            "(select id from securities where id = any(:securities) and universe = :universe)",
                            "x.security_id = t.subject")
                    + " union all "
                    + series(
                            "fx",
                            "fx_observations",
                            "unnest(cast(:pairs as text[]))",
                            "x.universe = :universe and x.pair = t.subject")
                    + " union all "
                    + series(
                            "macro",
                            "macro_observations",
                            "unnest(cast(:series as text[]))",
                            "x.universe = :universe and x.series = t.subject");

    private final Map<SecurityId, RowOfSecurity> securities = new HashMap<>();
    private final Map<SecurityId, ObservationSeries> prices = new HashMap<>();
    private final Map<CurrencyPair, ObservationSeries> rates = new HashMap<>();
    private final Map<String, ObservationSeries> macro = new HashMap<>();

    private record RowOfSecurity(String symbol, String name, String type, String currency, Optional<String> sector) {}

    SliceRows add(RowView row) {
        String subject = row.getColumn("subject", String.class);
        switch (row.getColumn("kind", String.class)) {
            case "security" ->
                securities.put(
                        new SecurityId(UUID.fromString(subject)),
                        new RowOfSecurity(
                                row.getColumn("symbol", String.class),
                                row.getColumn("name", String.class),
                                row.getColumn("type", String.class),
                                row.getColumn("currency", String.class),
                                Optional.ofNullable(row.getColumn("sector", String.class))));
            case "price" -> prices.put(new SecurityId(UUID.fromString(subject)), points(row));
            case "fx" -> rates.put(pair(subject), points(row));
            default -> macro.put(subject, points(row));
        }
        return this;
    }

    MarketSlice toSlice(PricingPack pack) {
        Universe universe = pack.universe();
        Map<SecurityId, Security> described = new HashMap<>();
        securities.forEach((id, row) -> described.put(
                id,
                new Security(
                        id,
                        row.symbol(),
                        row.name(),
                        SecurityType.valueOf(row.type().toUpperCase(Locale.ROOT)),
                        CurrencyCode.of(row.currency()),
                        row.sector(),
                        universe)));
        return new MarketSlice(pack, described, prices, rates, macro);
    }

    private static CurrencyPair pair(String text) {
        return new CurrencyPair(CurrencyCode.of(text.substring(0, 3)), CurrencyCode.of(text.substring(4)));
    }

    /** Reads points that come newest first. */
    private static ObservationSeries points(RowView row) {
        String text = row.getColumn("points", String.class);
        char[] characters = text.toCharArray();
        ObservationSeries.Builder builder = new ObservationSeries.Builder(characters.length / 12);
        int end = characters.length;
        while (end > 0) {
            int start = text.lastIndexOf(',', end - 1) + 1;
            int space = text.indexOf(' ', start);
            builder.add(
                    Integer.parseInt(text, start, space, 10), new BigDecimal(characters, space + 1, end - space - 1));
            end = start - 1;
        }
        return builder.build();
    }
}
