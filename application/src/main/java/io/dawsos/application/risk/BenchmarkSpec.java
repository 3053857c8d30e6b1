package io.dawsos.application.risk;

import io.dawsos.domain.capability.InvalidArgumentException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Securities with weights, as a text such as {@code SPY} or {@code SPY:0.6,AGG:0.4}.
 *
 * @param weights by symbol in the order written, each above 0, summing to 1
 */
record BenchmarkSpec(Map<String, Double> weights) {

    private static final Pattern PART =
            Pattern.compile("\\s*([^:,]{1,100}?)\\s*(?::\\s*(\\d{1,3}(?:\\.\\d{1,12})?)\\s*)?");
    private static final int MOST = 50;

    /** @throws InvalidArgumentException if the text is none, or the weights don't sum to 1 */
    static BenchmarkSpec parse(String text) {
        Map<String, BigDecimal> weights = new LinkedHashMap<>();
        String[] parts = text.split(",", -1);
        for (String part : parts) {
            Matcher matcher = PART.matcher(part);
            if (!matcher.matches() || parts.length > MOST) {
                throw wrong(text, "found \"" + part + "\"");
            }
            if (matcher.group(2) == null && parts.length > 1) {
                throw wrong(text, matcher.group(1) + " has no weight");
            }
            BigDecimal weight = matcher.group(2) == null ? BigDecimal.ONE : new BigDecimal(matcher.group(2));
            if (weights.put(matcher.group(1), weight) != null) {
                throw wrong(text, matcher.group(1) + " stands twice");
            }
        }
        BigDecimal sum = weights.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.subtract(BigDecimal.ONE).abs().compareTo(new BigDecimal("0.000001")) > 0) {
            throw wrong(text, "the weights sum to " + sum.toPlainString());
        }
        Map<String, Double> plain = new LinkedHashMap<>();
        weights.forEach((symbol, weight) -> plain.put(symbol, weight.doubleValue()));
        return new BenchmarkSpec(plain);
    }

    private static InvalidArgumentException wrong(String text, String reason) {
        return new InvalidArgumentException(
                "benchmark",
                reason + (text.length() > 200 ? "" : " in \"" + text + "\""),
                "a symbol, or up to " + MOST + " symbols with weights that sum to 1, such as SPY:0.6,AGG:0.4");
    }
}
