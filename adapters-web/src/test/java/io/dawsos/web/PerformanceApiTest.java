package io.dawsos.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The table of returns over HTTP; right answers by hand. */
class PerformanceApiTest {

    private static final JsonMapper JSON = JsonMapper.shared();

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

    /**
     * 1000 in on the first of January 2025, worth 1100 at its end; 1100 more, all worth 2310 a year later: 10 % and 5 %, so a
     * time-weighted 15.5 %.
     */
    @Test
    void methods_stand_side_by_side() throws Exception {
        imported("prices", """
                date,symbol,close,currency
                2024-12-31,X,100,USD
                2025-12-31,X,110,USD
                2026-12-31,X,115.5,USD
                """.replace("2026-12-31", "2026-11-20"));
        imported("transactions&portfolio_id=" + portfolio, """
                date,type,symbol,quantity,amount,currency
                2024-12-31,DEPOSIT,,,1000,USD
                2024-12-31,BUY,X,10,1000,USD
                2026-01-01,DEPOSIT,,,1100,USD
                2026-01-01,BUY,X,10,1100,USD
                """);
        JsonNode data = answer("performance").get("data");
        JsonNode itd = data.get("periods").get("periods").get("itd");
        close(itd.get("twr"), 0.155);
        close(itd.get("closing_value"), 2310);
        close(itd.get("net_flow"), 2100);
        close(itd.get("gain"), 210);
        close(itd.get("opening_value"), 0);
        JsonNode ytd = data.get("periods").get("periods").get("ytd");
        close(ytd.get("twr"), 0.05);
        close(ytd.get("simple"), 110.0 / 1100);
        // 324 days, of which the flow of the first day counts for 323.
        close(ytd.get("modified_dietz"), 110.0 / (1100 + 1100.0 * 323 / 324));
        // The rate at which 1000, 366 days later 1100, and 2310 after 689 days balance.
        double rate = data.get("money_weighted").get("ann_mwr").doubleValue();
        assertThat(-1000 - 1100 * Math.pow(1 + rate, -366 / 365.0) + 2310 * Math.pow(1 + rate, -689 / 365.0))
                .isCloseTo(0, within(1e-7));
        assertThat(data.get("money_weighted").get("unique").booleanValue()).isTrue();
        JsonNode calendar = data.get("calendar");
        assertThat(calendar.get("years")).hasSize(3);
        close(calendar.get("years").get(1).get("twr"), 0.10);
        assertThat(calendar.get("years").get(1).get("complete").booleanValue()).isTrue();
        close(calendar.get("best_month").get("twr"), 0.10);
        assertThat(calendar.get("best_month").get("month").intValue()).isEqualTo(12);
        close(calendar.get("positive_months"), 1.0 / 22);
        assertThat(data.get("rolling").get("windows")).isNotEmpty();
        assertThat(data.get("perf_metrics").get("twr_itd").doubleValue()).isCloseTo(0.155, within(1e-12));
    }

    @Test
    void a_period_before_the_history_says_so_once() throws Exception {
        imported("prices", "date,symbol,close,currency\n2026-11-02,X,100,USD\n2026-11-20,X,110,USD\n");
        imported("transactions&portfolio_id=" + portfolio, """
                date,type,symbol,quantity,amount,currency
                2026-11-02,DEPOSIT,,,1000,USD
                2026-11-03,BUY,X,10,1000,USD
                """);
        JsonNode answer = answer("performance");
        assertThat(answer.get("data").get("periods").get("periods").get("1y").isNull())
                .isTrue();
        assertThat(answer.get("unavailable").findValuesAsString("path"))
                .contains("periods.periods.1y", "periods.periods.itd.twr_annualized");
        close(answer.get("data").get("periods").get("periods").get("itd").get("twr"), 0.1);
    }

    @Test
    void bad_windows_are_named() throws Exception {
        HttpResponse<String> response =
                server.get("/api/portfolios/" + portfolio + "/performance?window_days=1", owner);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("window_days");
    }

    private static void close(JsonNode found, double expected) {
        assertThat(found.doubleValue()).isCloseTo(expected, within(1e-9));
    }
}
