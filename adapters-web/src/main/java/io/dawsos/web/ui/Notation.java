package io.dawsos.web.ui;

import io.dawsos.domain.money.CurrencyCode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;

/** How numbers are written on the screen: grouped by thousands, with a point and a true minus sign. Fractions become percent here only. */
final class Notation {

    private static final int MOST_DECIMALS = 8;
    private static final int PRICE_DIGITS = 6;

    private Notation() {}

    /** An amount at the digits of its currency. */
    static String money(BigDecimal amount, String currency) {
        int digits = CurrencyCode.parse(currency).map(CurrencyCode::digits).orElse(2);
        return grouped(amount.setScale(digits, RoundingMode.HALF_EVEN));
    }

    /** A fraction as percent with so many decimals. */
    static String percent(BigDecimal fraction, int decimals) {
        return grouped(fraction.movePointRight(2).setScale(decimals, RoundingMode.HALF_EVEN)) + "%";
    }

    /** A number with so many decimals. */
    static String decimals(BigDecimal number, int decimals) {
        return grouped(number.setScale(decimals, RoundingMode.HALF_EVEN));
    }

    /** A quantity: all its decimals up to eight, no trailing zeros. */
    static String quantity(BigDecimal quantity) {
        BigDecimal rounded =
                quantity.scale() > MOST_DECIMALS ? quantity.setScale(MOST_DECIMALS, RoundingMode.HALF_EVEN) : quantity;
        BigDecimal plain = rounded.stripTrailingZeros();
        return grouped(plain.scale() < 0 ? plain.setScale(0, RoundingMode.UNNECESSARY) : plain);
    }

    /** A price or a rate: six significant digits where it is small, two decimals at least. */
    static String price(BigDecimal price) {
        BigDecimal rounded = price.round(new MathContext(PRICE_DIGITS, RoundingMode.HALF_EVEN));
        BigDecimal plain = rounded.stripTrailingZeros();
        if (plain.scale() > 2) {
            return grouped(plain);
        }
        return grouped(price.setScale(2, RoundingMode.HALF_EVEN));
    }

    /** A number of an explanation by its unit, which may be {@code fraction}, a currency, or words. */
    static String byUnit(BigDecimal value, String unit) {
        if (unit.equals("fraction")) {
            return percent(value, 4);
        }
        Optional<CurrencyCode> currency = CurrencyCode.parse(unit);
        if (currency.isPresent()) {
            return money(value, unit);
        }
        return quantity(value);
    }

    private static String grouped(BigDecimal number) {
        String plain = number.abs().toPlainString();
        int point = plain.indexOf('.');
        String whole = point < 0 ? plain : plain.substring(0, point);
        StringBuilder text = new StringBuilder(whole);
        for (int place = whole.length() - 3; place > 0; place -= 3) {
            text.insert(place, ',');
        }
        if (point >= 0) {
            text.append(plain, point, plain.length());
        }
        return number.signum() < 0 ? "\u2212" + text : text.toString();
    }
}
