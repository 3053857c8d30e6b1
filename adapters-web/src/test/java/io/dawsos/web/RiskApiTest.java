package io.dawsos.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Risk of a portfolio over HTTP; right answers from how the data was made. */
class RiskApiTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 5);

    private final ServerFixture server = new ServerFixture();
    private String owner = "";
    private String portfolio = "";

    @BeforeEach
    void a_portfolio() throws Exception {
        owner = server.logIn(ServerFixture.OWNER);
        portfolio = JSON.readTree(
                        server.send("POST", "/api/portfolios", owner, "{\"name\":\"Mine\",\"base_currency\":\"USD\"}")
                                .body())
                .get("id")
                .asString();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void imported(String kind, String content) throws Exception {
        HttpResponse<String> response = server.send("POST", "/api/imports?kind=" + kind, owner, content);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
    }

    private JsonNode answer(String question) throws Exception {
        HttpResponse<String> response = server.get("/api/portfolios/" + portfolio + "/" + question, owner);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JSON.readTree(response.body());
    }

    private static void close(JsonNode found, double expected, double tolerance) {
        assertThat(found.doubleValue()).isCloseTo(expected, within(tolerance));
    }

    /** X moves twice as much as B each day, and the portfolio holds X alone; B pays a dividend and splits on the way. */
    private void twice_the_benchmark(boolean events) throws Exception {
        StringBuilder prices = new StringBuilder("date,symbol,close,currency\n");
        StringBuilder macro = new StringBuilder("date,series,value\n");
        Random random = new Random(7);
        double x = 100;
        double b = 100;
        double equity = 1000;
        LocalDate split = FIRST.plusDays(50);
        for (LocalDate date = FIRST; date.isBefore(FIRST.plusDays(140)); date = date.plusDays(1)) {
            if (date.getDayOfWeek().getValue() > 5) {
                continue;
            }
            if (!date.equals(FIRST)) {
                double move = 0.01 * random.nextGaussian();
                b *= 1 + move;
                x *= 1 + 2 * move;
                equity *= 1 + move;
            }
            double raw = events && !date.isBefore(split) ? b / 4 : b;
            prices.append(String.format(Locale.ROOT, "%s,X,%.10f,USD%n%s,B,%.10f,USD%n", date, x, date, raw));
            macro.append(String.format(Locale.ROOT, "%s,SP500,%.8f%n%s,DGS3MO,0%n", date, equity, date));
        }
        imported("prices", prices.toString());
        imported("macro", macro.toString());
        if (events) {
            imported("events", "kind,date,symbol,ratio_new,ratio_old\nsplit," + split + ",B,4,1\n");
        }
        imported("transactions&portfolio_id=" + portfolio, """
                date,type,symbol,quantity,amount,currency
                2026-01-05,DEPOSIT,,,1000,USD
                2026-01-05,BUY,X,10,1000,USD
                """);
    }

    @Test
    void twice_the_benchmark_has_a_beta_of_two() throws Exception {
        twice_the_benchmark(true);
        JsonNode found = answer("risk?benchmark=B").get("data").get("benchmark");
        close(found.get("beta"), 2, 1e-6);
        close(found.get("correlation"), 1, 1e-9);
        close(found.get("alpha"), 0, 1e-6);
        assertThat(found.get("up_capture").doubleValue()).isGreaterThan(2);
        JsonNode risk = answer("risk?benchmark=B").get("data");
        close(
                risk.get("position_risk").get("value_at_risk"),
                risk.get("position_risk")
                        .get("positions")
                        .get(0)
                        .get("component_var")
                        .doubleValue(),
                1e-12);
        close(risk.get("position_risk").get("diversification_ratio"), 1, 1e-9);
        assertThat(risk.get("value_at_risk").get("methods")).hasSize(3);
        assertThat(risk.get("statistics").get("volatility").doubleValue()).isBetween(0.2, 0.45);
        // The five standard series are not there; equity is, and can be asked for alone.
        assertThat(risk.get("factor_exposures").isNull()).isTrue();
    }

    @Test
    void a_factor_that_makes_the_returns_is_found() throws Exception {
        twice_the_benchmark(false);
        String pattern = """
                {"id":"own_factors","name":"Own","description":"Own factors","version":"1.0.0","category":"risk",
                "inputs":{"portfolio_id":{"type":"uuid","required":true,"description":"The portfolio"}},
                "steps":[{"capability":"risk.compute_factor_exposures","args":{"portfolio_id":"{{inputs.portfolio_id}}",
                "factors":["SP500:return"]},"as":"found"},
                {"capability":"risk.get_factor_exposure_history","args":{"portfolio_id":"{{inputs.portfolio_id}}",
                "factors":["SP500:return"],"window_days":60,"step_days":10},"as":"history"}],"outputs":["found","history"]}
                """;
        assertThat(server.send("PUT", "/api/patterns/own_factors", owner, pattern)
                        .statusCode())
                .isBetween(200, 201);
        HttpResponse<String> response = server.send(
                "POST",
                "/api/patterns/execute",
                owner,
                "{\"pattern\":\"own_factors\",\"inputs\":{\"portfolio_id\":\"" + portfolio + "\"}}");
        JsonNode data = JSON.readTree(response.body()).get("data");
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        close(data.get("found").get("factors").get("SP500").get("beta"), 2, 1e-5);
        close(data.get("found").get("r_squared"), 1, 1e-8);
        assertThat(data.get("history").get("count").intValue()).isGreaterThan(2);
        close(data.get("history").get("history").get(0).get("betas").get("SP500"), 2, 1e-5);
    }

    @Test
    void a_blend_of_the_benchmark_with_itself_is_refused_and_an_unknown_one_is_unavailable() throws Exception {
        twice_the_benchmark(false);
        JsonNode unknown = answer("risk?benchmark=NOBODY");
        assertThat(unknown.get("unavailable").findValuesAsString("code")).contains("benchmark_unknown");
        for (String wrong : new String[] {"B:0.5,B:0.5", "B:0.5,X", "B:0.5,X:0.6", "%20", "B:x"}) {
            HttpResponse<String> response =
                    server.get("/api/portfolios/" + portfolio + "/risk?benchmark=" + wrong, owner);
            assertThat(response.statusCode()).as(wrong + response.body()).isLessThan(500);
            assertThat(response.body()).as(wrong).contains("benchmark");
        }
        JsonNode blend = answer("risk?benchmark=B:0.5,X:0.5").get("data").get("benchmark");
        // Half the benchmark and half twice of it, set again each month: about 1.5 times, so a beta of about 4/3.
        assertThat(blend.get("beta").doubleValue()).isBetween(1.25, 1.42);
    }

    @Test
    void too_little_is_said_and_never_a_number_of_nothing() throws Exception {
        imported("prices", "date,symbol,close,currency\n2026-01-05,X,100,USD\n2026-01-06,X,101,USD\n");
        imported("transactions&portfolio_id=" + portfolio, """
                date,type,symbol,quantity,amount,currency
                2026-01-05,DEPOSIT,,,1000,USD
                2026-01-05,BUY,X,10,1000,USD
                """);
        JsonNode answer = answer("risk");
        assertThat(answer.get("data").get("position_risk").isNull()).isTrue();
        assertThat(answer.get("unavailable").findValuesAsString("code"))
                .contains("too_few_returns", "factor_series_missing", "risk_free_rate_missing");
        assertThat(answer.toString()).doesNotContain("NaN", "Infinity");
    }
}
