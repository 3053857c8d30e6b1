package io.dawsos.documents.statement;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads numbers as programs write them: currency signs, thousands separators, a decimal comma, brackets for less than 0. */
public final class Numbers {

    private static final Pattern DECORATION = Pattern.compile(
            "[\\s\\u00a0\\u202f'\\u2019\u20ac$\u00a3\u00a5]|^[A-Z]{3}(?=[-+(\\d])|(?<=[\\d\\s.])[A-Z]{3}$");
    private static final Pattern PLAIN = Pattern.compile("[+-]?[\\d.,]*\\d[.,]?");
    private static final Pattern BRACKETS = Pattern.compile("\\((.*)\\)");
    private static final int LONGEST = 60;
    private static final int GROUP = 3;

    /** Which sign begins the decimals where that is not plain. */
    public enum Decimal {
        POINT,
        COMMA
    }

    private Numbers() {}

    /** The number of a text; empty if it is none. */
    public static Optional<BigDecimal> parse(String text, Decimal decimal) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        String bare = DECORATION.matcher(text.strip().replace('\u2212', '-')).replaceAll("");
        Matcher brackets = BRACKETS.matcher(bare);
        if (brackets.matches()) {
            bare = "-" + brackets.group(1);
        }
        if (bare.startsWith("--")) {
            bare = bare.substring(2);
        }
        return PLAIN.matcher(bare).matches() ? Optional.of(new BigDecimal(pointed(bare, decimal))) : Optional.empty();
    }

    private static String pointed(String bare, Decimal decimal) {
        int comma = bare.lastIndexOf(',');
        int point = bare.lastIndexOf('.');
        char mark;
        if (comma >= 0 && point >= 0) {
            mark = comma > point ? ',' : '.';
        } else if (comma >= 0) {
            mark = isDecimal(bare, ',', decimal == Decimal.COMMA) ? ',' : '.';
        } else {
            mark = isDecimal(bare, '.', decimal == Decimal.POINT) ? '.' : ',';
        }
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < bare.length(); i++) {
            char c = bare.charAt(i);
            if (c == mark) {
                digits.append('.');
            } else if (c != ',' && c != '.') {
                digits.append(c);
            }
        }
        String pointed = digits.toString();
        return pointed.endsWith(".") ? pointed.substring(0, pointed.length() - 1) : pointed;
    }

    /** Whether the only kind of separator begins decimals: it stands once, and not before exactly three digits unless it is usual. */
    private static boolean isDecimal(String bare, char separator, boolean usual) {
        int first = bare.indexOf(separator);
        if (first != bare.lastIndexOf(separator)) {
            return false;
        }
        boolean group = first >= 0 && bare.length() - first - 1 == GROUP && first > 0 && bare.charAt(0) != '0';
        return usual || !group;
    }

    /** The number of a text as the rules read numbers; the text itself if it is none, so that it is named as found. */
    public static String text(String text, Decimal decimal) {
        return parse(text, decimal).map(Numbers::text).orElse(text);
    }

    /** A number without sign as the rules read numbers; the text itself if it is none. */
    public static String size(String text, Decimal decimal) {
        return parse(text, decimal).map(BigDecimal::abs).map(Numbers::text).orElse(text);
    }

    /** A number as the rules read numbers. */
    public static String text(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
