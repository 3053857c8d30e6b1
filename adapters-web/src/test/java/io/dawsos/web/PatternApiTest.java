package io.dawsos.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.dawsos.application.pattern.PatternCatalog;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Patterns of users and executions, over HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PatternApiTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String DOCUMENT = """
            {"id": "recent", "name": "Recent", "description": "The last entries", "version": "1.0.0", "category": "mine",
             "inputs": {"portfolio_id": {"type": "uuid", "required": true}, "most": {"type": "integer", "default": 3, "max": 100}},
             "steps": [
              {"capability": "get_transaction_history", "args": {"portfolio_id": "{{inputs.portfolio_id}}", "limit": "{{inputs.most}}"}, "as": "entries"},
              {"pattern": "portfolio_overview", "version": "%s", "args": {"portfolio_id": "{{inputs.portfolio_id}}"}, "as": "overview", "when": "inputs.most > 2"}],
             "outputs": ["entries", "overview"]}
            """.formatted(overviewVersion());

    private final ServerFixture server = new ServerFixture();
    private String owner = "";
    private String other = "";
    private String portfolio = "";

    private static String overviewVersion() {
        Matcher version = Pattern.compile("\"version\": \"([^\"]+)\"")
                .matcher(PatternCatalog.builtIn().getOrDefault("portfolio_overview", ""));
        assertThat(version.find()).isTrue();
        return version.group(1);
    }

    @BeforeAll
    void a_portfolio_with_prices() throws Exception {
        owner = server.logIn(ServerFixture.OWNER);
        other = server.logIn(ServerFixture.OTHER);
        HttpResponse<String> created =
                server.send("POST", "/api/portfolios", owner, "{\"name\":\"Mine\",\"base_currency\":\"USD\"}");
        portfolio = JSON.readTree(created.body()).get("id").asString();
        imported("prices", "date,symbol,close,currency\n2026-01-02,X,10,USD\n2026-01-05,X,11,USD\n");
        imported(
                "transactions&portfolio_id=" + portfolio,
                "date,type,symbol,quantity,price,amount,currency\n2026-01-02,DEPOSIT,,,,1000,USD\n2026-01-02,BUY,X,10,10,100,USD\n");
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private void imported(String kind, String content) throws Exception {
        HttpResponse<String> response = server.send("POST", "/api/imports?kind=" + kind, owner, content);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
    }

    private JsonNode json(int status, HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        return JSON.readTree(response.body());
    }

    private JsonNode run(String pattern, String inputs) throws Exception {
        return json(200, server.send("POST", "/api/patterns/execute", owner, body(pattern, inputs)));
    }

    private String body(String pattern, String inputs) {
        return "{\"pattern\":\"" + pattern + "\",\"inputs\":{\"portfolio_id\":\"" + portfolio + "\"" + inputs + "}}";
    }

    @Test
    void the_published_schema_takes_the_built_in_patterns_and_refuses_a_wrong_one() throws Exception {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(server.get("/api/patterns/schema", "").body());
        PatternCatalog.builtIn()
                .forEach((id, document) -> assertThat(schema.validate(JSON.readTree(document)))
                        .as(id)
                        .isEmpty());
        assertThat(schema.validate(JSON.readTree(DOCUMENT))).isEmpty();
        assertThat(schema.validate(JSON.readTree(DOCUMENT.replace("\"as\"", "\"is\""))))
                .isNotEmpty();
        assertThat(schema.validate(JSON.readTree(DOCUMENT.replace("\"integer\"", "\"int\""))))
                .isNotEmpty();
    }

    @Test
    void a_pattern_is_saved_run_changed_compared_and_rolled_back() throws Exception {
        JsonNode saved = json(200, server.send("PUT", "/api/patterns/recent", owner, DOCUMENT));
        JsonNode answer = run("recent", "");
        assertThat(answer.get("data").get("entries").get("transactions")).hasSize(2);
        assertThat(answer.get("data")
                        .get("overview")
                        .get("valued_positions")
                        .get("total_value")
                        .decimalValue())
                .isEqualByComparingTo("1010");
        assertThat(answer.get("trace").get("pattern_hash")).isEqualTo(saved.get("hash"));
        assertThat(answer.get("trace").get("includes").get(0).get("pattern").asString())
                .isEqualTo("portfolio_overview");
        assertThat(run("recent", ",\"most\":1")
                        .get("data")
                        .get("overview")
                        .get("perf_metrics")
                        .isNull())
                .isTrue();

        JsonNode changed = json(
                200,
                server.send(
                        "PUT", "/api/patterns/recent", owner, DOCUMENT.replace("\"default\": 3", "\"default\": 1")));
        assertThat(run("recent", "").get("data").get("entries").get("transactions"))
                .hasSize(1);
        JsonNode difference = json(
                        200,
                        server.get(
                                "/api/patterns/recent/diff?from="
                                        + saved.get("hash").asString(),
                                owner))
                .get("differences");
        assertThat(difference).hasSize(1);
        assertThat(difference.get(0).get("path").asString()).isEqualTo("/inputs/most/default");
        assertThat(difference.get(0).get("after").asInt()).isEqualTo(1);

        json(200, server.send("POST", "/api/patterns/recent/rollback", owner, "{\"hash\":" + saved.get("hash") + "}"));
        assertThat(run("recent", "").get("data").get("entries").get("transactions"))
                .hasSize(2);
        JsonNode versions =
                json(200, server.get("/api/patterns/recent/versions", owner)).get("versions");
        assertThat(versions).hasSize(2);
        assertThat(versions.findValuesAsString("hash"))
                .containsExactlyInAnyOrder(
                        saved.get("hash").asString(), changed.get("hash").asString());
        assertThat(server.get(
                                "/api/patterns/recent/versions/"
                                        + saved.get("hash").asString(),
                                owner)
                        .body())
                .isEqualTo(DOCUMENT);
    }

    @Test
    void a_broken_pattern_is_refused_with_every_finding_at_its_place() throws Exception {
        String broken = DOCUMENT.replace("{{inputs.most}}", "{{inputs.mots}}")
                .replace("get_transaction_history", "get_transaction_histroy")
                .replace("inputs.most > 2", "inputs.most > 'a'");
        JsonNode problem = json(
                422, server.send("PUT", "/api/patterns/recent2", owner, broken.replace("\"recent\"", "\"recent2\"")));
        assertThat(problem.get("code").asString()).isEqualTo("pattern_invalid");
        assertThat(problem.get("errors").findValuesAsString("code"))
                .contains("unknown_capability", "mistyped_comparison");
        assertThat(server.get("/api/patterns/recent2", owner).statusCode()).isEqualTo(404);
        JsonNode findings = json(200, server.send("POST", "/api/patterns/lint", owner, broken))
                .get("findings");
        assertThat(findings.findValuesAsString("line")).contains("4", "5");
        assertThat(json(200, server.send("POST", "/api/patterns/lint", owner, DOCUMENT))
                        .get("findings"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\u0001', textBlock = """
            PUT|/api/patterns/portfolio_overview|owner|409|built_in_pattern
            PUT|/api/patterns/else|owner|422|pattern_invalid
            PUT|/api/patterns/recent|other|403|forbidden
            GET|/api/patterns/nothing/versions|owner|404|pattern_not_found
            GET|/api/patterns/portfolio_overview/versions/00|owner|404|version_not_found
            GET|/api/patterns/portfolio_overview/diff|owner|400|invalid_parameter
            GET|/api/executions/00000000-0000-0000-0000-000000000001|owner|404|execution_not_found
            GET|/api/executions/nonsense|owner|404|execution_not_found
            GET|/api/executions/nonsense/events|owner|404|execution_not_found
            DELETE|/api/executions/00000000-0000-0000-0000-000000000001|owner|404|execution_not_found
            GET|/api/executions?limit=0|owner|400|invalid_parameter
            GET|/api/executions?cursor=abc|owner|400|invalid_parameter
            GET|/api/executions?portfolio_id=abc|owner|400|invalid_parameter
            """)
    void mistakes_are_problem_documents(String method, String path, String who, int status, String code)
            throws Exception {
        JsonNode problem = json(status, server.send(method, path, who.equals("owner") ? owner : other, DOCUMENT));
        assertThat(problem.get("code").asString()).isEqualTo(code);
    }

    @Test
    void a_plan_says_what_would_run() throws Exception {
        JsonNode plan = json(
                200,
                server.send(
                        "POST",
                        "/api/patterns/portfolio_overview/plan",
                        owner,
                        "{\"inputs\":{\"portfolio_id\":\"" + portfolio + "\",\"lookback_days\":77}}"));
        assertThat(plan.get("inputs").get("lookback_days").asInt()).isEqualTo(77);
        assertThat(plan.get("answer_known").asBoolean()).isFalse();
        assertThat(plan.get("waves").get(0).findValuesAsString("name"))
                .contains("valued_positions", "perf_metrics")
                .doesNotContain("sector_allocation");
        assertThat(plan.get("waves").get(1).findValuesAsString("name")).containsExactly("sector_allocation");
        assertThat(plan.get("outputs").get(3).get("rests_on")).hasSize(2);
    }

    @Test
    void a_run_is_listed_shown_and_reproduced_after_a_correction() throws Exception {
        JsonNode first = run("portfolio_overview", ",\"lookback_days\":100");
        String id = first.get("trace").get("execution_id").asString();
        imported("prices", "date,symbol,close,currency\n2026-01-05,X,12,USD\n");
        JsonNode now = run("portfolio_overview", ",\"lookback_days\":100");
        assertThat(now.get("trace").get("result_hash"))
                .isNotEqualTo(first.get("trace").get("result_hash"));

        JsonNode replay = json(200, server.send("POST", "/api/executions/" + id + "/replay", owner, ""));
        assertThat(replay.get("reproduced").asBoolean()).isTrue();
        assertThat(replay.get("result_hash"))
                .isEqualTo(first.get("trace").get("result_hash"))
                .isEqualTo(replay.get("original_result_hash"));
        assertThat(replay.get("answer").get("data")).isEqualTo(first.get("data"));
        assertThat(replay.get("changes_since").findValuesAsString("path"))
                .contains("/data/valued_positions/total_value");

        JsonNode shown = json(200, server.get("/api/executions/" + id, owner));
        assertThat(shown.get("inputs").get("lookback_days").asInt()).isEqualTo(100);
        assertThat(shown.get("trace").get("steps")).hasSize(5);
        JsonNode page = json(200, server.get("/api/executions?pattern=portfolio_overview&limit=1", owner));
        assertThat(page.get("executions")).hasSize(1);
        JsonNode next = json(
                200,
                server.get(
                        "/api/executions?pattern=portfolio_overview&limit=100&cursor="
                                + page.get("next_cursor").asString(),
                        owner));
        assertThat(next.get("executions").findValuesAsString("execution_id")).contains(id);
        assertThat(server.get("/api/executions/" + id, other).statusCode()).isEqualTo(404);
        assertThat(server.send("POST", "/api/executions/" + id + "/replay", other, "")
                        .statusCode())
                .isEqualTo(404);
        assertThat(json(200, server.get("/api/executions", other)).get("executions"))
                .isEmpty();
    }

    @Test
    void a_stream_tells_every_step_and_ends_with_the_answer() throws Exception {
        HttpResponse<String> response = server.send(
                "POST",
                "/api/patterns/execute?stream=true",
                owner,
                body("portfolio_overview", ",\"lookback_days\":33"));
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
        List<String> names = new ArrayList<>();
        Matcher events =
                Pattern.compile("id: (\\d+)\nevent: ([a-z-]+)\ndata: (.*)\n\n").matcher(response.body());
        String last = "";
        while (events.find()) {
            assertThat(Integer.parseInt(events.group(1))).isEqualTo(names.size() + 1);
            names.add(events.group(2));
            last = events.group(3);
        }
        assertThat(names)
                .hasSize(12)
                .startsWith("run-started", "step-started")
                .endsWith("step-finished", "run-finished");
        JsonNode end = JSON.readTree(last);
        JsonNode whole = run("portfolio_overview", ",\"lookback_days\":33");
        assertThat(end.get("answer").get("data")).isEqualTo(whole.get("data"));

        String path = "/api/executions/" + end.get("execution_id").asString() + "/events";
        HttpResponse<String> resumed = server.get(path, owner, "Accept", "text/event-stream", "Last-Event-ID", "11");
        assertThat(resumed.body()).startsWith("id: 12\nevent: run-finished\n").endsWith("\n\n");
        JsonNode polled = json(200, server.get(path + "?after=10", owner));
        assertThat(polled.get("events").findValuesAsString("event")).containsExactly("step-finished", "run-finished");
        assertThat(polled.get("over").asBoolean()).isTrue();
        assertThat(server.get(path, other).statusCode()).isEqualTo(404);
    }

    @Test
    void a_run_that_was_started_is_fetched_later() throws Exception {
        HttpResponse<String> response =
                server.send("POST", "/api/executions", owner, body("portfolio_overview", ",\"lookback_days\":44"));
        JsonNode started = json(202, response);
        String id = started.get("execution_id").asString();
        assertThat(response.headers().firstValue("Location")).contains("/api/executions/" + id);
        JsonNode events = json(200, server.get(started.get("events").asString(), owner));
        assertThat(events.get("events").get(0).get("event").asString()).isEqualTo("run-started");
        assertThat(json(200, server.get("/api/executions/" + id, owner))
                        .get("status")
                        .asString())
                .isEqualTo("degraded");
        assertThat(server.send("DELETE", "/api/executions/" + id, owner, "").statusCode())
                .isEqualTo(409);
    }

    private static final String COUNTING = """
            {"id": "counting", "name": "", "description": "", "version": "1", "category": "",
             "inputs": {"number": {"type": "integer", "required": true}},
             "steps": [{"capability": "counter.add", "args": {"number": "{{inputs.number}}"}, "as": "counted"}],
             "outputs": ["counted"]}
            """;

    private HttpResponse<String> count(int number, String... headers) throws Exception {
        return server.send(
                "POST",
                "/api/patterns/execute",
                owner,
                "{\"pattern\":\"counting\",\"inputs\":{\"number\":" + number + "}}",
                headers);
    }

    @Test
    void a_pattern_that_changes_state_runs_once_under_its_key() throws Exception {
        json(200, server.send("PUT", "/api/patterns/counting", owner, COUNTING));
        assertThat(json(400, count(5)).get("errors").get(0).get("field").asString())
                .isEqualTo("Idempotency-Key");
        JsonNode first = json(200, count(5, "Idempotency-Key", "one"));
        JsonNode second = json(200, count(5, "Idempotency-Key", "one"));
        assertThat(second).isEqualTo(first);
        assertThat(first.get("data").get("counted").get("count").asInt()).isEqualTo(5);
        assertThat(json(422, count(6, "Idempotency-Key", "one")).get("code").asString())
                .isEqualTo("idempotency_key_reused");
        assertThat(json(200, count(5, "Idempotency-Key", "two"))
                        .get("data")
                        .get("counted")
                        .get("count")
                        .asInt())
                .isEqualTo(10);
        assertThat(json(400, count(1, "Idempotency-Key", "with space"))
                        .get("code")
                        .asString())
                .isEqualTo("invalid_parameter");
        String id = first.get("trace").get("execution_id").asString();
        assertThat(json(200, server.get("/api/executions/" + id, owner))
                        .get("status")
                        .asString())
                .isEqualTo("succeeded");
        assertThat(json(409, server.send("POST", "/api/executions/" + id + "/replay", owner, ""))
                        .get("code")
                        .asString())
                .isEqualTo("not_replayable");
        assertThat(json(
                                400,
                                server.send(
                                        "POST",
                                        "/api/executions",
                                        owner,
                                        "{\"pattern\":\"counting\",\"inputs\":{\"number\":1}}"))
                        .get("code")
                        .asString())
                .isEqualTo("invalid_inputs");
    }

    @Test
    void many_requests_with_one_key_at_once_change_state_once() throws Exception {
        json(200, server.send("PUT", "/api/patterns/counting", owner, COUNTING));
        int before = counted("before");
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<HttpResponse<String>>> calls =
                    Collections.nCopies(8, () -> count(100, "Idempotency-Key", "together"));
            for (Future<HttpResponse<String>> response : threads.invokeAll(calls)) {
                assertThat(response.get().statusCode()).isIn(200, 409);
            }
        } finally {
            threads.shutdown();
        }
        assertThat(counted("after") - before).isEqualTo(101);
    }

    private int counted(String key) throws Exception {
        return json(200, count(1, "Idempotency-Key", key))
                .get("data")
                .get("counted")
                .get("count")
                .asInt();
    }

    /** Bodies of nonsense end in an answer or in a problem of the caller, never in a fault of the server. */
    @Test
    void mutated_requests_are_never_a_fault_of_the_server() throws Exception {
        SplittableRandom random = new SplittableRandom(20261125L);
        String[] pieces = {
            "null",
            "true",
            "-5",
            "1e400",
            "\"\"",
            "[]",
            "{}",
            "\"\u0000\"",
            "[1,[2,[3]]]",
            "\"2026-02-30\"",
            "9223372036854775808",
            "{\"a\":{\"b\":[]}}",
            "\"" + "x".repeat(3000) + "\"",
            "\"00000000-0000-0000-0000-000000000000\"",
            "0.1",
            "NaN"
        };
        String[] names = {"portfolio_id", "lookback_days", "limit", "cursor", "security_id", "pack_id", "nothing"};
        String[] patterns = {"portfolio_overview", "transaction_history", "x", ""};
        for (int i = 0; i < Integer.getInteger("dawsos.fuzz", 2_000) / 10; i++) {
            String body =
                    "{\"pattern\":\"" + patterns[random.nextInt(patterns.length)] + "\",\"inputs\":{\"portfolio_id\":\""
                            + portfolio + "\",\"" + names[random.nextInt(names.length)] + "\":"
                            + pieces[random.nextInt(pieces.length)] + "}"
                            + (random.nextBoolean() ? "" : ",\"as_of\":" + pieces[random.nextInt(pieces.length)]) + "}";
            HttpResponse<String> response = server.send("POST", "/api/patterns/execute", owner, body);
            assertThat(response.statusCode())
                    .as("%s -> %s", body, response.body())
                    .isBetween(200, 499);
            HttpResponse<String> linted = server.send("POST", "/api/patterns/lint", owner, body);
            assertThat(linted.statusCode()).as(linted.body()).isBetween(200, 499);
        }
    }

    @Test
    void a_body_that_is_too_large_or_names_a_member_twice_is_refused() throws Exception {
        String large = "{\"pattern\":\"" + "x".repeat(2 << 20) + "\"}";
        assertThat(json(413, server.send("POST", "/api/patterns/execute", owner, large))
                        .get("code")
                        .asString())
                .isEqualTo("body_too_large");
        assertThat(json(413, server.send("PUT", "/api/patterns/large", owner, large))
                        .get("code")
                        .asString())
                .isEqualTo("body_too_large");
        assertThat(json(
                                400,
                                server.send(
                                        "POST",
                                        "/api/patterns/execute",
                                        owner,
                                        "{\"pattern\":\"a\",\"pattern\":\"b\"}"))
                        .get("code")
                        .asString())
                .isEqualTo("malformed_json");
    }
}
