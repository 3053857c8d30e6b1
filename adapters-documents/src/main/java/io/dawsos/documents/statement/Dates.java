package io.dawsos.documents.statement;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads dates, with times where there are any, as programs write them. */
public final class Dates {

    private static final Pattern ISO = Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})(.*)");
    private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(\\D.*|\\d{6}.*)?");
    private static final Pattern PARTS = Pattern.compile("(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4})(.*)");
    private static final Pattern NAMED = Pattern.compile("(\\d{1,2})[- ](\\p{L}{3})\\p{L}*\\.?[- ](\\d{4})(.*)");
    private static final Pattern AMERICAN = Pattern.compile("(\\p{L}{3})\\p{L}*\\.? (\\d{1,2}), (\\d{4}),?(.*)");
    private static final Pattern TIME =
            Pattern.compile("\\D*(\\d{1,2}):?(\\d{2})(?::?(\\d{2}(?:\\.\\d{1,9})?))?\\s*([AP]M)?.*");
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final List<String> OTHER_MONTHS =
            List.of("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dez");
    private static final int NOON = 12;

    /** Whether the day or the month comes first where both are numbers. */
    public enum Order {
        DAY_FIRST,
        MONTH_FIRST
    }

    /**
     * A date with what orders it within its day.
     *
     * @param date in ISO form; the text as found if it is no date
     * @param at the time as text that sorts; empty if there is none
     */
    public record When(String date, String at) {}

    private Dates() {}

    /** Reads a date. */
    public static When read(String text, Order order) {
        String stripped = text.strip();
        for (Pattern pattern : List.of(ISO, COMPACT)) {
            Matcher match = pattern.matcher(stripped);
            if (match.matches()) {
                return when(stripped, match.group(1), match.group(2), match.group(3), match.group(4));
            }
        }
        Matcher parts = PARTS.matcher(stripped);
        if (parts.matches()) {
            boolean dayFirst = order == Order.DAY_FIRST;
            return when(
                    stripped,
                    parts.group(3),
                    parts.group(dayFirst ? 2 : 1),
                    parts.group(dayFirst ? 1 : 2),
                    parts.group(4));
        }
        Matcher named = NAMED.matcher(stripped);
        if (named.matches()) {
            return when(stripped, named.group(3), month(named.group(2)), named.group(1), named.group(4));
        }
        Matcher american = AMERICAN.matcher(stripped);
        return american.matches()
                ? when(stripped, american.group(3), month(american.group(1)), american.group(2), american.group(4))
                : new When(stripped, "");
    }

    /** Reads a date by a pattern of {@link DateTimeFormatter}; the text as found if it is not of the pattern. */
    public static When read(String text, DateTimeFormatter pattern) {
        try {
            return new When(LocalDate.parse(text.strip(), pattern).toString(), "");
        } catch (DateTimeParseException e) {
            return new When(text, "");
        }
    }

    /** The formatter of a pattern such as {@code dd.MM.yyyy}; empty if it is none. */
    public static Optional<DateTimeFormatter> pattern(String pattern) {
        try {
            return Optional.of(DateTimeFormatter.ofPattern(pattern.replace('y', 'u'), Locale.ENGLISH)
                    .withResolverStyle(ResolverStyle.STRICT));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String month(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        int index = Math.max(MONTHS.indexOf(lower), OTHER_MONTHS.indexOf(lower));
        return String.valueOf(index + 1);
    }

    private static When when(
            String text, String year, String month, String day, @org.jspecify.annotations.Nullable String rest) {
        try {
            LocalDate date = LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
            return new When(date.toString(), time(rest == null ? "" : rest));
        } catch (java.time.DateTimeException e) {
            return new When(text, "");
        }
    }

    private static String time(String rest) {
        Matcher match = TIME.matcher(rest);
        if (!match.matches()) {
            return "";
        }
        int hour = Integer.parseInt(match.group(1));
        if (match.group(4) != null) {
            hour = hour % NOON + (match.group(4).equals("PM") ? NOON : 0);
        }
        String seconds = match.group(3) == null ? "00" : match.group(3);
        return (hour < 10 ? "0" : "") + hour + ":" + match.group(2) + ":" + seconds;
    }
}
