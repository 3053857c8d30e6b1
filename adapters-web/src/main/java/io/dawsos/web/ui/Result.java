package io.dawsos.web.ui;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** The answer of a run as pages read it: each figure by its path, which is also the path of its explanation. */
final class Result {

    private final JsonNode data;
    private final JsonNode trace;
    private final Set<String> explained;
    private final Map<String, Missing> missing = new LinkedHashMap<>();

    /**
     * An answer.
     *
     * @param explained the outputs whose numbers can be taken apart
     */
    Result(JsonNode answer, Set<String> explained) {
        this.explained = Set.copyOf(explained);
        this.data = answer.get("data");
        this.trace = answer.get("trace");
        for (JsonNode one : answer.get("unavailable")) {
            String path = one.get("path").asString();
            missing.put(
                    path,
                    new Missing(
                            path, one.get("message").asString(), one.path("fix").asString("")));
        }
    }

    /** What is not known, why, and what would mend that. */
    record Missing(String path, String reason, String fix) {}

    /** All that is missing. */
    List<Missing> missing() {
        return List.copyOf(missing.values());
    }

    /** A text of the trace; empty if it has none of that name. */
    String trace(String name) {
        return trace.path(name).asString("");
    }

    /** What is at a path; a missing node if there is nothing. */
    JsonNode at(String path) {
        JsonNode node = data;
        for (String part : path.split("[.\\[]", -1)) {
            node = part.endsWith("]")
                    ? node.path(Integer.parseInt(part.substring(0, part.length() - 1)))
                    : node.path(part);
        }
        return node;
    }

    /** The paths of the items of a list; none if it is missing. */
    List<String> items(String path) {
        int size = at(path).size();
        List<String> items = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            items.add(path + "[" + i + "]");
        }
        return items;
    }

    /** The paths of the members of an object, in order; none if it is missing. */
    List<String> members(String path) {
        return at(path).propertyNames().stream().map(name -> path + "." + name).toList();
    }

    /** A text, a date or a truth value at a path; empty if there is none. */
    String text(String path) {
        return at(path).asString("");
    }

    /** Whether a figure is there. */
    boolean has(String path) {
        JsonNode node = at(path);
        return !node.isMissingNode() && !node.isNull();
    }

    /** An amount in a currency. */
    Shown money(String path, String currency) {
        return shown(path, value -> Notation.money(value, currency));
    }

    /** A fraction, shown as percent. */
    Shown percent(String path) {
        return shown(path, value -> Notation.percent(value, 2));
    }

    /** A plain number with so many decimals. */
    Shown decimals(String path, int decimals) {
        return shown(path, value -> Notation.decimals(value, decimals));
    }

    /** A number of units. */
    Shown quantity(String path) {
        return shown(path, Notation::quantity);
    }

    /** A price or a rate, with what is put behind it. */
    Shown price(String path, String unit) {
        return shown(path, value -> Notation.price(value) + unit);
    }

    /** A number at a path by a notation of its own, or why it is missing. */
    Shown shown(String path, Function<BigDecimal, String> notation) {
        JsonNode node = at(path);
        if (node.isNumber()) {
            BigDecimal value = node.decimalValue();
            return Shown.number(notation.apply(value), value, explanation(path));
        }
        return why(path)
                .map(known -> Shown.missing(known.reason(), known.fix()))
                .orElseGet(() -> Shown.missing("does not apply here", ""));
    }

    /** A date or another text at a path, or why it is missing. */
    Shown textOrWhy(String path) {
        if (has(path)) {
            return Shown.text(text(path));
        }
        return why(path)
                .map(known -> Shown.missing(known.reason(), known.fix()))
                .orElseGet(() -> Shown.missing("does not apply here", ""));
    }

    /** Why a path has no value: said for it, or for what it lies in. */
    Optional<Missing> why(String path) {
        for (String place = path; !place.isEmpty(); place = outer(place)) {
            Missing known = missing.get(place);
            if (known != null) {
                return Optional.of(known);
            }
        }
        return Optional.empty();
    }

    private static String outer(String path) {
        return path.substring(0, Math.max(0, Math.max(path.lastIndexOf('.'), path.lastIndexOf('['))));
    }

    private String explanation(String path) {
        if (!explained.contains(path.replaceFirst("[.\\[].*", ""))) {
            return "";
        }
        return "/explain/" + trace("execution_id") + "?path=" + URLEncoder.encode(path, StandardCharsets.UTF_8);
    }
}
