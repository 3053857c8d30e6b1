package io.dawsos.web.routes;

import io.dawsos.application.portfolio.PackGaps;
import io.dawsos.application.portfolio.PackGaps.Gap;
import io.dawsos.domain.ledger.Universe;
import io.dawsos.domain.pricing.PackId;
import io.dawsos.domain.pricing.PricingPack;
import io.dawsos.domain.pricing.PricingPacks;
import io.dawsos.domain.pricing.PricingPacks.PackState;
import io.dawsos.web.http.Callers;
import io.dawsos.web.http.Endpoint;
import io.dawsos.web.http.Endpoint.Access;
import io.dawsos.web.http.Json;
import io.dawsos.web.http.Problem;
import io.dawsos.web.http.ProblemException;
import io.javalin.http.Context;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Pricing packs. */
final class PackRoutes implements Endpoint.Group {

    private static final int LISTED = 200;

    private final PricingPacks packs;
    private final PackGaps gaps;
    private final Json json;

    @Inject
    PackRoutes(PricingPacks packs, PackGaps gaps, Json json) {
        this.packs = packs;
        this.gaps = gaps;
        this.json = json;
    }

    @Override
    public List<Endpoint> endpoints() {
        Map<String, Object> pack = Schemas.texts("id", "universe", "as_of", "policy", "hash", "status");
        return List.of(
                Endpoint.get("/api/packs", "The newest packs of a universe", Schemas.listOf("packs", pack), this::list)
                        .with(Map.of("universe", "real or simulated, real if absent")),
                Endpoint.post(
                                "/api/packs",
                                "Build the pack of the newest revision for a date",
                                Schemas.object(
                                        Map.of(
                                                "as_of", Map.of("type", "string", "format", "date"),
                                                "universe", Map.of("type", "string")),
                                        List.of()),
                                pack,
                                this::build)
                        .forCallers(Access.ADMIN)
                        .answering(201),
                Endpoint.get("/api/packs/{id}", "One pack", pack, this::show));
    }

    private void list(Context context) {
        Universe universe = universe(Answers.query(context, "universe"));
        json.write(
                context,
                200,
                Map.of(
                        "packs",
                        packs.list(universe, LISTED).stream()
                                .map(state -> document(state.pack(), state.superseded()))
                                .toList()));
    }

    private void build(Context context) {
        JsonNode body = json.body(context, Set.of("as_of", "universe"));
        PricingPack pack = packs.build(
                        universe(Json.text(body, "universe")), Answers.date("as_of", Json.text(body, "as_of")))
                .orElseThrow(() -> new ProblemException(
                        Problem.of(409, "no_market_data", "No market data", "the universe has no market data yet")
                                .with("universe", "empty", "import prices or exchange rates first")));
        json.write(context, 201, document(pack, false));
    }

    private void show(Context context) {
        PackId id = Answers.pack(Optional.of(context.pathParam("id"))).orElseThrow();
        PackState state = packs.state(id)
                .orElseThrow(() -> new ProblemException(
                        Problem.of(404, "pack_not_found", "Pricing pack not found", "no pricing pack " + id.value())));
        Map<String, Object> document = document(state.pack(), state.superseded());
        document.put("gap_days", PackGaps.DAYS);
        document.put(
                "gaps",
                gaps.of(Callers.scope(context), state.pack()).stream()
                        .map(PackRoutes::gap)
                        .toList());
        json.write(context, 200, document);
    }

    private static Map<String, Object> gap(Gap gap) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("portfolio", gap.portfolio());
        shown.put("kind", gap.kind());
        shown.put("subject", gap.subject());
        shown.put("newest", gap.newest().map(LocalDate::toString).orElse(null));
        shown.put("days", gap.days().orElse(null));
        shown.put("fix", gap.fix());
        return shown;
    }

    private static Universe universe(Optional<String> label) {
        for (Universe universe : Universe.values()) {
            if (universe.label().equals(label.orElse("real").toLowerCase(Locale.ROOT))) {
                return universe;
            }
        }
        throw Answers.invalid("universe", label.orElse(""), "real or simulated");
    }

    private static Map<String, Object> document(PricingPack pack, boolean superseded) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", pack.id().value());
        document.put("universe", pack.universe().label());
        document.put("as_of", pack.asOf().toString());
        document.put("cut", pack.cut());
        document.put("policy", pack.policy());
        document.put("hash", pack.hash());
        document.put("status", superseded ? "superseded" : "fresh");
        return document;
    }
}
