package io.dawsos.web.ui;

import io.dawsos.application.run.Explanations;
import io.dawsos.domain.explanation.Explanation;
import io.dawsos.domain.explanation.Operation;
import io.dawsos.web.http.Callers;
import io.dawsos.web.http.Endpoint;
import io.dawsos.web.routes.Answers;
import io.dawsos.web.routes.ExplanationPages;
import io.javalin.http.Context;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Takes a number of a page apart, part by part as the reader opens them. */
final class ExplainPages implements Endpoint.Group {

    private static final int MOST = 50;

    private final Pages pages;
    private final Explanations explanations;

    @Inject
    ExplainPages(Pages pages, Explanations explanations) {
        this.pages = pages;
        this.explanations = explanations;
    }

    /**
     * A number of an explanation.
     *
     * @param exact the plain number with all its digits
     * @param operation how it comes from its parts, or what it is
     * @param link where its parts are; empty if it has none
     */
    record Node(
            String label,
            String value,
            int sign,
            String exact,
            String unit,
            String operation,
            String method,
            String source,
            String link) {}

    /** A node with some of its parts, and where further parts are. */
    record Model(Node node, List<Node> parts, int from, int count, String next) {}

    @Override
    public List<Endpoint> endpoints() {
        return List.of(Endpoint.page("/explain/{execution}", "Where a number comes from", this::explain));
    }

    private void explain(Context context) {
        UUID execution = Answers.uuid("execution", Optional.of(context.pathParam("execution")))
                .orElseThrow();
        String path = Answers.query(context, "path")
                .orElseThrow(() -> Answers.invalid("path", "nothing", "open this page from a number"));
        String place = Answers.query(context, "node").orElse("");
        Explanation root = explanations.explain(Callers.of(context).user(), execution, path);
        Explanation node = ExplanationPages.descend(root, place);
        String address = "/explain/" + execution + "?path=" + URLEncoder.encode(path, StandardCharsets.UTF_8);
        Model model = model(address, place, node, ExplanationPages.offset(context));
        if (!Pages.wantsPart(context)) {
            pages.show(context, "explain", pages.frame(context, node.label()), model);
        } else {
            pages.part(context, place.isEmpty() && model.from() == 0 ? "explanation" : "explanationParts", model);
        }
    }

    private static Model model(String address, String place, Explanation node, int offset) {
        List<Explanation> parts = node.parts().get();
        int from = Math.min(offset, parts.size());
        int to = Math.min(parts.size(), from + MOST);
        List<Node> shown = new ArrayList<>();
        for (int i = from; i < to; i++) {
            shown.add(node(parts.get(i), address + "&node=" + (place.isEmpty() ? "" : place + ".") + i));
        }
        String next = to < parts.size() ? address + "&node=" + place + "&cursor=" + to : "";
        return new Model(node(node, ""), shown, from, parts.size(), next);
    }

    private static Node node(Explanation one, String link) {
        return new Node(
                one.label(),
                Notation.byUnit(one.value(), one.unit()),
                one.value().signum(),
                one.value().toPlainString(),
                unit(one.unit()),
                word(one.operation()),
                one.method().orElse(""),
                one.source().orElse(""),
                one.operation().leaf() ? "" : link);
    }

    private static String unit(String unit) {
        return unit.equals("fraction") || unit.equals("number") ? "" : unit;
    }

    private static String word(Operation operation) {
        return switch (operation) {
            case SUM -> "sum of";
            case DIFFERENCE -> "the first less the others";
            case PRODUCT -> "product of";
            case RATIO -> "the first over the second";
            case POWER -> "the first to the power of the second";
            case SQUARE_ROOT -> "square root of";
            case CHAIN_LINK -> "linked: product of 1 + each, less 1";
            case MEAN -> "mean of";
            case SAMPLE_DEVIATION -> "sample standard deviation of";
            case MAXIMUM_DRAWDOWN -> "deepest fall of the linked index of";
            case CURRENT_DRAWDOWN -> "fall from the highest point of the linked index of";
            case RATE_OF_RETURN -> "the rate at which these sum to 0";
            case ROUND -> "rounded from";
            case TRANSACTION -> "stated by a transaction";
            case PRICE -> "an observed price";
            case RATE -> "an observed rate";
            case OBSERVATION -> "an observation";
            case PARAMETER -> "set by the method";
            case ARGUMENT -> "a number of another step";
        };
    }
}
