package io.dawsos.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HttpApiTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ServerFixture server = new ServerFixture();
    private String owner = "";
    private String other = "";
    private String portfolio = "";
    private JsonNode openApi = JSON.createObjectNode();

    @BeforeAll
    void a_portfolio_with_prices() throws Exception {
        owner = server.logIn(ServerFixture.OWNER);
        other = server.logIn(ServerFixture.OTHER);
        HttpResponse<String> created =
                server.send("POST", "/api/portfolios", owner, "{\"name\":\"Mine\",\"base_currency\":\"CAD\"}");
        assertThat(created.statusCode()).isEqualTo(201);
        portfolio = JSON.readTree(created.body()).get("id").asString();
        imported("prices", "date,symbol,close,currency\n2026-01-02,X,10,USD\n2026-01-05,X,11,USD\n");
        imported("fx", "date,base,quote,rate\n2026-01-02,USD,CAD,1.35\n2026-01-05,USD,CAD,1.40\n");
        imported(
                "transactions&portfolio_id=" + portfolio,
                "date,type,symbol,quantity,price,amount,currency\n2026-01-02,DEPOSIT,,,,1000,USD\n2026-01-02,BUY,X,10,10,100,USD\n");
        openApi = JSON.readTree(server.get("/openapi.json", "").body());
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private void imported(String kind, String content) throws Exception {
        HttpResponse<String> response = server.send("POST", "/api/imports?kind=" + kind, owner, content);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
    }

    @Test
    void the_portfolio_answers_with_numbers_that_add_up() throws Exception {
        JsonNode answer = JSON.readTree(server.get("/api/portfolio", owner).body());
        JsonNode data = answer.get("data");
        // 900 USD of cash and 10 units at 11 USD, at 1.40: worked out by hand.
        assertThat(data.get("total_value").decimalValue()).isEqualByComparingTo("1414");
        assertThat(data.get("holdings").get(0).get("cost_basis").decimalValue()).isEqualByComparingTo("135");
        // From 1000 x 1.35 to 1414: (1414 / 1350) - 1.
        assertThat(data.get("performance").get("twr_itd").doubleValue()).isEqualTo(0.0474074074074);
        assertThat(answer.get("unavailable").findValuesAsString("code")).contains("risk_free_rate_missing");
        assertThat(answer.get("trace").get("ledger_commit_hash").asString()).hasSize(64);
    }

    @Test
    void an_unchanged_answer_is_not_sent_again() throws Exception {
        HttpResponse<String> first = server.get("/api/portfolio", owner);
        String tag = first.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> second = server.get("/api/portfolio", owner, "If-None-Match", tag);
        assertThat(second.statusCode()).isEqualTo(304);
        assertThat(second.body()).isEmpty();
    }

    @Test
    void another_users_portfolio_does_not_exist() throws Exception {
        assertThat(server.get("/api/portfolio?portfolio_id=" + portfolio, other).statusCode())
                .isEqualTo(404);
        assertThat(server.get("/api/portfolios/" + portfolio, other).statusCode())
                .isEqualTo(404);
        assertThat(server.get("/api/portfolios", other).body()).isEqualTo("{\"portfolios\":[]}");
    }

    /** Method, path, body, whose token, and the status and code of the problem. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET|/api/portfolio||nobody|401|unauthorized
            GET|/api/system||forged|401|unauthorized
            GET|/api/portfolio||other|404|no_portfolio
            GET|/api/portfolio?lookback_days=-5||owner|400|invalid_inputs
            GET|/api/portfolio?lookback_days=abc||owner|400|invalid_parameter
            GET|/api/portfolio?pack_id=PP_2020-01-01_000000000000||owner|404|pack_not_found
            GET|/api/portfolio?pack_id=x||owner|400|invalid_parameter
            GET|/api/portfolio?as_of=01.02.26||owner|400|invalid_parameter
            GET|/api/transactions?limit=5000||owner|400|invalid_inputs
            GET|/api/transactions?cursor=x||owner|400|invalid_argument
            GET|/api/nothing||owner|404|not_found
            DELETE|/api/portfolio||owner|405|method_not_allowed
            POST|/api/patterns/execute|{"pattern":"portfolio_overvew"}|owner|404|pattern_not_found
            POST|/api/patterns/execute|{"pattern":"portfolio_overview"}|owner|400|invalid_inputs
            POST|/api/patterns/execute|{"pattern":"portfolio_overview","inputs":{"portfolio_id":"x"}}|owner|400|invalid_inputs
            POST|/api/patterns/execute|{"pattern":"portfolio_overview","inputs":{"lookback":5}}|owner|400|invalid_inputs
            POST|/api/patterns/execute|{"pattern":|owner|400|malformed_json
            POST|/api/patterns/execute|[]|owner|400|malformed_json
            POST|/api/patterns/execute|{"patern":"x"}|owner|400|unknown_member
            POST|/api/portfolios|{"name":"Mine","base_currency":"CAD"}|owner|409|name_taken
            POST|/api/portfolios|{"name":"Two","base_currency":"XXX"}|owner|400|invalid_parameter
            POST|/api/imports?kind=prices|date,symbol,close|other|403|forbidden
            POST|/api/imports?kind=sheets|x|owner|400|invalid_parameter
            POST|/api/agents/financial_analyst/breaker/reset||other|403|forbidden
            POST|/api/agents/nobody/breaker/reset||owner|404|agent_not_found
            POST|/api/auth/login|{"email":"owner@example.org","password":"wrong"}|nobody|401|wrong_credentials
            """)
    void each_mistake_is_a_problem_document(
            String method,
            String path,
            @org.jspecify.annotations.Nullable String body,
            String caller,
            int status,
            String code)
            throws Exception {
        String token = switch (caller) {
            case "owner" -> owner;
            case "other" -> other;
            case "forged" -> owner.substring(0, owner.length() - 3) + "abc";
            default -> "";
        };
        HttpResponse<String> response = server.send(method, path, token, body == null ? "" : body);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        JsonNode problem = JSON.readTree(response.body());
        assertThat(problem.get("code").asString()).isEqualTo(code);
        assertThat(problem.get("instance").asString())
                .contains(response.headers().firstValue("X-Request-Id").orElseThrow());
        assertValid(openApi.at("/components/schemas/Problem"), response.body());
    }

    @Test
    void every_route_is_documented_and_its_answer_is_as_documented() throws Exception {
        for (String path : List.of(
                "/api/portfolio",
                "/api/holdings",
                "/api/transactions",
                "/api/portfolios",
                "/api/patterns",
                "/api/capabilities",
                "/api/agents",
                "/api/packs",
                "/api/imports/formats",
                "/api/system",
                "/health/live",
                "/health/ready",
                "/health")) {
            JsonNode schema = openApi.at("/paths").get(path).at("/get/responses/200/content/application~1json/schema");
            assertThat(schema.isMissingNode()).as(path).isFalse();
            HttpResponse<String> response = server.get(path, owner);
            assertThat(response.statusCode()).as(path).isEqualTo(200);
            assertValid(schema, response.body());
        }
        assertThat(server.get("/docs", "").body()).contains("/api/portfolio");
        assertThat(server.get("/metrics", "").body()).contains("http_server_requests");
    }

    private static void assertValid(JsonNode schema, String document) {
        Schema compiled = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema.toString());
        List<Error> errors = compiled.validate(document, com.networknt.schema.InputFormat.JSON);
        assertThat(errors).isEmpty();
    }

    @Test
    void a_host_of_another_name_is_refused() throws Exception {
        try (java.net.Socket socket = new java.net.Socket(
                java.net.InetAddress.getLoopbackAddress(),
                java.net
                        .URI
                        .create(server.get("/health/live", "").uri().toString())
                        .getPort())) {
            socket.getOutputStream()
                    .write("GET /health/live HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
                            .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 421").contains("unknown_host");
        }
    }

    @Test
    void guessing_passwords_is_slowed_down() throws Exception {
        String guess = "{\"email\":\"guessed@example.org\",\"password\":\"wrong\"}";
        Map<Integer, Integer> statuses = new java.util.HashMap<>();
        for (int i = 0; i < 12; i++) {
            statuses.merge(server.send("POST", "/api/auth/login", "", guess).statusCode(), 1, Integer::sum);
        }
        assertThat(statuses).containsEntry(401, 10).containsEntry(429, 2);
    }
}
