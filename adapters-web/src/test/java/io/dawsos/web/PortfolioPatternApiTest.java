package io.dawsos.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Lots and health of a portfolio over HTTP; right answers by hand. */
class PortfolioPatternApiTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

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

    private void transactions(String rows) throws Exception {
        imported(
                "transactions&portfolio_id=" + portfolio,
                "date,type,symbol,quantity,price,amount,currency,ratio_new,ratio_old\n" + rows);
    }

    private JsonNode data(String question) throws Exception {
        HttpResponse<String> response = server.get("/api/portfolios/" + portfolio + "/" + question, owner);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JSON.readTree(response.body()).get("data");
    }

    private static void equal(JsonNode found, String expected) {
        assertThat(found.decimalValue()).isEqualByComparingTo(new BigDecimal(expected));
    }

    @Test
    void lots_answer_under_any_method() throws Exception {
        imported("prices", "date,symbol,close,currency\n2026-03-31,X,30,USD\n");
        transactions("""
                2026-01-02,BUY,X,10,,100,USD,,
                2026-01-05,BUY,X,10,,200,USD,,
                2026-02-02,SELL,X,15,,375,USD,,
                """);
        JsonNode fifo = data("lots").get("closed_lots").get("disposals").get(0);
        // 10 units at 10 and 5 at 20 for 375: 175 of gain, of which 250 - 100 from the first lot.
        equal(fifo.get("gain"), "175");
        equal(fifo.get("quantity"), "15");
        assertThat(fifo.get("lots")).hasSize(2);
        equal(fifo.get("lots").get(0).get("gain"), "150");
        equal(fifo.get("lots").get(1).get("gain"), "25");
        // LIFO: 10 at 20 and 5 at 10, so 125.
        equal(data("lots?method=lifo").get("closed_lots").get("total_gain"), "125");
        // Average: 15 units at 15, so 150.
        JsonNode average = data("lots?method=average");
        equal(average.get("closed_lots").get("total_gain"), "150");
        equal(average.get("open_lots").get("total_cost_basis"), "75");
        for (JsonNode method : average.get("open_lots").get("methods")) {
            // 375 + 5 x 30 - 300, whatever the method.
            equal(method.get("total"), "225");
        }
        assertThat(server.get("/api/portfolios/" + portfolio + "/lots?method=best", owner)
                        .statusCode())
                .isEqualTo(400);
        assertThat(server.get("/api/portfolios/" + portfolio + "/lots", server.logIn(ServerFixture.OTHER))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_portfolio_that_lost_more_than_everything_still_answers() throws Exception {
        imported(
                "prices",
                "date,symbol,close,currency\n2024-01-02,X,100,USD\n2024-01-03,X,50,USD\n2026-03-31,X,40,USD\n");
        transactions("2024-01-02,DEPOSIT,,,,100,USD,,\n2024-01-02,BUY,X,10,,1000,USD,,\n");
        HttpResponse<String> response = server.get("/api/portfolio", owner);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        JsonNode answer = JSON.readTree(response.body());
        // 10 units at 40 less 900 that were borrowed.
        equal(answer.get("data").get("total_value"), "-500");
        assertThat(answer.get("unavailable").findValuesAsString("code")).contains("return_not_annualizable");
    }

    private List<String> kinds() throws Exception {
        return data("health").get("health").get("findings").findValuesAsString("kind");
    }

    @Test
    void each_thing_that_is_amiss_is_named_with_a_fix() throws Exception {
        imported(
                "prices",
                "date,symbol,close,currency\n2026-01-02,OLD,10,USD\n2026-03-30,HALF,100,USD\n2026-03-31,HALF,50,USD\n2026-03-30,FLAT,50,USD\n2026-03-31,FLAT,51,USD\n");
        imported("securities", "symbol,name,type,currency,sector\nNONE,None,EQUITY,EUR,\n");
        transactions("""
                2026-01-02,BUY,OLD,10,,100,USD,,
                2026-03-02,BUY,HALF,10,,1000,USD,,
                2026-03-02,TRANSFER_IN,NONE,1,,,,,
                2026-03-02,BUY,FLAT,10,,500,USD,,
                2026-03-31,SPLIT,FLAT,,,,,2,1
                2026-03-31,SELL,OLD,12,,120,USD,,
                """);
        assertThat(kinds())
                .containsExactlyInAnyOrder(
                        "cost_unknown",
                        "price_missing",
                        "rate_missing",
                        "negative_cash",
                        "oversold",
                        "price_stale",
                        "prices_adjusted",
                        "split_missing");
        JsonNode health = data("health").get("health");
        assertThat(health.get("healthy").asBoolean()).isFalse();
        assertThat(health.get("findings").findValuesAsString("fix"))
                .doesNotContain("")
                .hasSize(8);
        assertThat(health.get("findings").get(0).get("severity").asString()).isEqualTo("error");
        assertThat(data("health?stale_after_days=365")
                        .get("health")
                        .get("count")
                        .asInt())
                .isEqualTo(7);
    }

    @Test
    void nothing_amiss_is_said() throws Exception {
        imported("prices", "date,symbol,close,currency\n2026-03-31,X,30,USD\n");
        transactions("2026-01-02,DEPOSIT,,,,100,USD,,\n2026-01-02,BUY,X,10,,100,USD,,\n");
        JsonNode health = data("health").get("health");
        assertThat(health.get("healthy").asBoolean()).isTrue();
        assertThat(health.get("count").asInt()).isZero();
    }

    @Test
    void a_pack_that_is_older_than_a_security_says_so() throws Exception {
        imported("prices", "date,symbol,close,currency\n2026-03-31,X,30,USD\n");
        String old = JSON.readTree(server.get("/api/packs", owner).body())
                .get("packs")
                .get(0)
                .get("id")
                .asString();
        transactions(
                "2026-01-02,DEPOSIT,,,,100,USD,,\n2026-01-02,BUY,NEW,10,,100,USD,,\n2026-04-02,BUY,LATER,1,,1,USD,,\n");
        for (String path : List.of(
                "/api/portfolio?pack_id=" + old,
                "/api/holdings?pack_id=" + old,
                "/api/transactions?pack_id=" + old,
                "/api/portfolios/" + portfolio + "/lots?pack_id=" + old,
                "/api/portfolios/" + portfolio + "/health?pack_id=" + old)) {
            HttpResponse<String> response = server.get(path, owner);
            assertThat(response.statusCode()).as(path + response.body()).isEqualTo(200);
            assertThat(JSON.readTree(response.body()).get("unavailable").findValuesAsString("code"))
                    .as(path)
                    .containsOnly("pack_older_than_security");
        }
        assertThat(server.get("/api/packs/" + old, owner).statusCode()).isEqualTo(200);
        // The import has built a pack that knows what it brought; the trade's price counts.
        JsonNode newest = JSON.readTree(server.get("/api/portfolio", owner).body());
        assertThat(newest.get("trace").get("pricing_pack_id").asString()).isNotEqualTo(old);
        equal(newest.get("data").get("holdings").get(0).get("cost_basis"), "100");
    }

    @Test
    void a_security_that_was_bought_after_the_packs_date_changes_nothing_before() throws Exception {
        imported("prices", "date,symbol,close,currency\n2026-03-31,X,30,USD\n");
        transactions("2026-01-02,DEPOSIT,,,,100,USD,,\n2026-01-02,BUY,X,10,,100,USD,,\n");
        String old = JSON.readTree(server.get("/api/packs", owner).body())
                .get("packs")
                .get(0)
                .get("id")
                .asString();
        JsonNode before = JSON.readTree(
                        server.get("/api/portfolio?pack_id=" + old, owner).body())
                .get("data");
        transactions("2026-04-02,BUY,LATER,1,,1,USD,,\n");
        JsonNode after = JSON.readTree(
                        server.get("/api/portfolio?pack_id=" + old, owner).body())
                .get("data");
        assertThat(after).isEqualTo(before);
        assertThat(server.get("/api/transactions?pack_id=" + old, owner).statusCode())
                .isEqualTo(200);
    }
}
