package io.dawsos.web.routes;

import io.dawsos.domain.explanation.Explanation;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Shows one node of an explanation with a page of its parts; the parts of these are asked for one by one. */
public final class ExplanationPages {

    private ExplanationPages() {}

    /** Goes down from the root by the places of parts, such as {@code 0.3.1}. */
    public static Explanation descend(Explanation root, String places) {
        Explanation node = root;
        if (places.isEmpty()) {
            return node;
        }
        for (String place : places.split("\\.", -1)) {
            List<Explanation> parts = node.parts().get();
            if (!place.matches("\\d{1,6}") || Integer.parseInt(place) >= parts.size()) {
                throw Answers.invalid("node", places, "places of parts such as 0.3.1; this node has " + parts.size());
            }
            node = parts.get(Integer.parseInt(place));
        }
        return node;
    }

    /** The place of the first part of a page. */
    public static int offset(Context context) {
        return Answers.query(context, "cursor")
                .map(text -> {
                    if (!text.matches("\\d{1,7}")) {
                        throw Answers.invalid("cursor", text, "next_cursor of the page before");
                    }
                    return Integer.parseInt(text);
                })
                .orElse(0);
    }

    static Map<String, Object> page(
            UUID execution, String path, String place, Explanation node, int offset, int limit) {
        List<Explanation> parts = node.parts().get();
        int from = Math.min(offset, parts.size());
        int to = Math.min(parts.size(), from + limit);
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("execution_id", execution.toString());
        page.put("path", path);
        page.put("node", place);
        page.putAll(shown(node));
        page.put("parts_count", parts.size());
        page.put(
                "parts",
                parts.subList(from, to).stream().map(ExplanationPages::shown).toList());
        page.put("next_cursor", to < parts.size() ? Integer.toString(to) : null);
        return page;
    }

    private static Map<String, Object> shown(Explanation node) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("label", node.label());
        shown.put("value", node.value());
        shown.put("exact", node.exact());
        shown.put("unit", node.unit());
        shown.put("operation", node.operation().label());
        shown.put("method", node.method().orElse(null));
        shown.put("source", node.source().orElse(null));
        return shown;
    }
}
