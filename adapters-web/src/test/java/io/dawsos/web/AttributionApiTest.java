package io.dawsos.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where a return came from, over HTTP; right answers by hand. */
class AttributionApiTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final ServerFixture server = new ServerFixture();
    private String owner = "";
    private String portfolio = "";

    /** 600 dollars in X, which gains a tenth; 320 euros in Y at 1.25, which lose a tenth while the euro rises to 1.5. */
    @BeforeEach
    void two_securities_in_two_currencies() throws Exception {
        owner = server.logIn(ServerFixture.OWNER);
        portfolio = JSON.readTree(
                        server.send("POST", "/api/portfolios", owner, "{\"name\":\"Mine\",\"base_currency\":\"USD\"}")
                                .body())
                .get("id")
                .asString();
        imported("securities", """
                symbol,currency,name,type,sector
                X,USD,Ex,equity,Energy
                Y,EUR,Why,equity,Materials
                Z,USD,Zed,equity,Energy
                """);
        imported("prices", """
                date,symbol,close
                2026-01-05,X,60
                2026-01-05,Y,32
                2026-01-06,X,66
                2026-01-06,Y,28.8
                """);
        imported("fx", "date,base,quote,rate\n2026-01-05,EUR,USD,1.25\n2026-01-06,EUR,USD,1.5\n");
        imported("transactions&portfolio_id=" + portfolio, """
                date,type,symbol,quantity,amount,currency
                2026-01-05,TRANSFER_IN,X,10,600,USD
                2026-01-05,TRANSFER_IN,Y,10,320,EUR
                """);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void imported(String kind, String content) throws Exception {
        HttpResponse<String> response = server.send("POST", "/api/imports?kind=" + kind, owner, content);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
    }

    private JsonNode data(String question) throws Exception {
        HttpResponse<String> response = server.get("/api/portfolios/" + portfolio + "/" + question, owner);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JSON.readTree(response.body()).get("data");
    }

    @Test
    void contributions_sum_to_the_return() throws Exception {
        JsonNode found = data("attribution").get("contributions");
        // 1092 of 1000: X adds 60, Y 32, of which -40 by its price, 80 by the euro and -8 by both.
        close(found.get("portfolio_return"), 0.092);
        close(found.get("total_contribution"), 0.092);
        close(found.get("residual"), 0);
        JsonNode x = found.get("positions").get(0);
        assertThat(x.get("symbol").asString()).isEqualTo("X");
        close(x.get("contribution"), 0.06);
        close(x.get("own_return"), 0.1);
        JsonNode y = found.get("positions").get(1);
        close(y.get("contribution"), 0.032);
        close(y.get("local"), -0.04);
        close(y.get("fx"), 0.08);
        close(y.get("interaction"), -0.008);
        close(y.get("own_return"), 0.08);
        assertThat(found.get("sectors").findValuesAsString("name")).containsExactly("Energy", "Materials");
        assertThat(found.get("currencies").findValuesAsString("name")).containsExactly("USD", "EUR");
        close(found.get("currencies").get(1).get("contribution"), 0.032);
    }

    @Test
    void a_holding_is_looked_at_from_all_sides() throws Exception {
        String y = data("attribution")
                .get("contributions")
                .get("positions")
                .get(1)
                .get("security_id")
                .asString();
        JsonNode found = data("holdings/" + y);
        assertThat(found.get("position").get("symbol").asString()).isEqualTo("Y");
        close(found.get("position_perf").get("total_return"), 0.08);
        close(found.get("position_perf").get("local_return"), -0.1);
        close(found.get("position_perf").get("fx_return"), 0.2);
        assertThat(found.get("position_perf").get("annualized_return").isNull()).isTrue();
        close(found.get("contribution").get("total_contribution"), 0.032);
        close(found.get("contribution").get("pct_of_portfolio_return"), 0.032 / 0.092);
        close(found.get("currency_attr").get("fx_contribution"), 0.08);
        assertThat(found.get("transactions").get("transactions")).hasSize(1);
        assertThat(found.get("comparables").get("count").intValue()).isZero();
    }

    /**
     * The benchmark holds X and Y half and half: X returns 10 %, Y 8 %, so it returns 9 %; the portfolio holds 60 and 40 %, so 9.2 %. Brinson
     * and Fachler: allocation to Energy 0.1 x (10 % - 9 %), to Materials -0.1 x (8 % - 9 %), nothing is selected.
     */
    @Test
    void an_excess_is_split_by_decision() throws Exception {
        JsonNode found = data("attribution?benchmark=X:0.5,Y:0.5").get("brinson");
        close(found.get("portfolio_return"), 0.092);
        close(found.get("benchmark_return"), 0.09);
        close(found.get("excess_return"), 0.002);
        close(found.get("allocation"), 0.002);
        close(found.get("selection"), 0);
        close(found.get("interaction"), 0);
        close(found.get("residual"), 0);
        assertThat(found.get("segments").findValuesAsString("name")).containsExactlyInAnyOrder("Energy", "Materials");
        close(found.get("segments").get(0).get("allocation"), 0.001);
        JsonNode currency = data("attribution?benchmark=X&group_by=currency").get("brinson");
        close(currency.get("excess_return"), -0.008);
        close(currency.get("allocation"), -0.008);
        assertThat(data("attribution").get("brinson").isNull()).isTrue();
    }

    @Test
    void peers_are_of_the_same_sector() throws Exception {
        String x = data("attribution")
                .get("contributions")
                .get("positions")
                .get(0)
                .get("security_id")
                .asString();
        JsonNode peers = data("holdings/" + x).get("comparables");
        assertThat(peers.get("sector").asString()).isEqualTo("Energy");
        assertThat(peers.get("comparables").findValuesAsString("symbol")).containsExactly("Z");
        assertThat(peers.get("comparables").get(0).get("held").booleanValue()).isFalse();
    }

    @Test
    void a_security_of_no_entry_is_the_users_mistake() throws Exception {
        HttpResponse<String> response =
                server.get("/api/portfolios/" + portfolio + "/holdings/00000000-0000-0000-0000-000000000001", owner);
        assertThat(response.statusCode()).as(response.body()).isBetween(400, 422);
    }

    private static void close(JsonNode found, double expected) {
        assertThat(found.doubleValue()).isCloseTo(expected, within(1e-9));
    }
}
