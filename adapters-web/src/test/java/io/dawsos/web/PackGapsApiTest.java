package io.dawsos.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a pack lacks, over HTTP. */
class PackGapsApiTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static JsonNode json(int status, HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        return JSON.readTree(response.body());
    }

    @Test
    void a_pack_names_its_gaps_for_the_callers_portfolios() throws Exception {
        try (ServerFixture server = new ServerFixture()) {
            String owner = server.logIn(ServerFixture.OWNER);
            String portfolio = json(
                            201,
                            server.send(
                                    "POST", "/api/portfolios", owner, "{\"name\":\"Mine\",\"base_currency\":\"USD\"}"))
                    .get("id")
                    .asString();
            json(
                    201,
                    server.send(
                            "POST",
                            "/api/imports?kind=prices",
                            owner,
                            "date,symbol,close,currency\n2026-01-02,STALE,5,EUR\n2026-02-02,X,12,USD\n"));
            json(201, server.send("POST", "/api/imports?kind=transactions&portfolio_id=" + portfolio, owner, """
                            date,type,symbol,quantity,price,amount,currency
                            2026-01-02,TRANSFER_IN,STALE,3,,,EUR
                            2026-01-02,TRANSFER_IN,X,3,,,USD
                            """));
            String pack = json(200, server.get("/api/packs", owner))
                    .get("packs")
                    .get(0)
                    .get("id")
                    .asString();
            JsonNode shown = json(200, server.get("/api/packs/" + pack, owner));
            assertThat(shown.get("status").asString()).isEqualTo("fresh");
            assertThat(shown.get("gaps").findValuesAsString("subject")).containsExactly("STALE", "EUR");
            assertThat(shown.get("gaps").get(0).get("days").asInt()).isEqualTo(31);
            assertThat(shown.get("gaps").get(0).get("newest").asString()).isEqualTo("2026-01-02");
            String other = server.logIn(ServerFixture.OTHER);
            assertThat(json(200, server.get("/api/packs/" + pack, other)).get("gaps"))
                    .isEmpty();
        }
    }
}
