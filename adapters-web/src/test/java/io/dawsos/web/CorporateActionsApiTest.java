package io.dawsos.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What announced events mean for a portfolio, over HTTP; right answers by hand. */
class CorporateActionsApiTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final ServerFixture server = new ServerFixture();
    private String owner = "";
    private String portfolio = "";

    @BeforeEach
    void ten_units_of_x_at_30_dollars_and_4_of_y_at_50_euros() throws Exception {
        owner = server.logIn(ServerFixture.OWNER);
        portfolio = JSON.readTree(
                        server.send("POST", "/api/portfolios", owner, "{\"name\":\"Mine\",\"base_currency\":\"USD\"}")
                                .body())
                .get("id")
                .asString();
        imported("prices", """
                date,symbol,close,currency
                2026-03-31,X,30,USD
                2026-03-31,Y,50,EUR
                2026-03-31,Z,10,USD
                """);
        imported("fx", "date,base,quote,rate\n2026-01-01,EUR,USD,1.25\n");
        imported("transactions&portfolio_id=" + portfolio, """
                date,type,symbol,quantity,amount,currency,ratio_new,ratio_old
                2026-01-02,BUY,X,5,100,USD,,
                2026-01-02,BUY,Y,4,160,EUR,,
                2026-01-02,BUY,Z,1,10,USD,,
                2026-02-02,SPLIT,X,,,,2,1
                """);
        imported("events", """
                kind,date,symbol,amount,currency,payment_date,ratio_new,ratio_old,eps_estimated,label,cancelled
                dividend,2026-01-15,X,1.00,USD,2026-02-10,,,,,
                dividend,2026-03-15,X,0.60,,,,,,,
                dividend,2025-03-31,X,9,,,,,,,
                dividend,2026-03-20,Y,2,EUR,,,,,,
                dividend,2026-04-03,X,0.60,,2026-04-20,,,,,
                dividend,2026-05-20,Y,2.5,EUR,,,,,,
                dividend,2026-05-20,Y,1,EUR,,,,,special,
                split,2026-06-01,Y,,,,3,2,,,
                earnings,2026-04-28,X,,,,,,1.10,,
                earnings,2026-12-28,X,,,,,,1.10,,
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

    private static void equal(JsonNode found, String expected) {
        assertThat(found.decimalValue()).isEqualByComparingTo(new BigDecimal(expected));
    }

    @Test
    void what_lies_ahead_is_multiplied_by_what_is_held() throws Exception {
        JsonNode answer = data("corporate-actions").get("actions_with_impact");
        JsonNode actions = answer.get("actions");
        assertThat(actions.findValuesAsString("date"))
                .containsExactly("2026-04-03", "2026-04-28", "2026-05-20", "2026-05-20", "2026-06-01");
        equal(actions.get(0).get("portfolio_quantity"), "10");
        equal(actions.get(0).get("portfolio_impact"), "6");
        equal(actions.get(0).get("days_until"), "3");
        // 4 units at 2.5 euros at 1.25 dollars.
        equal(actions.get(2).get("portfolio_impact"), "12.5");
        equal(actions.get(4).get("portfolio_impact"), "0");
        equal(actions.get(4).get("quantity_change"), "2");
        JsonNode summary = answer.get("summary");
        equal(summary.get("dividends_expected"), "23.5");
        equal(summary.get("dividends_by_currency").get("EUR"), "14");
        equal(summary.get("total_actions"), "5");
        equal(summary.get("splits_pending"), "1");
        equal(summary.get("earnings_releases"), "1");
        assertThat(answer.get("notifications").get("urgent").get(0).asString())
                .isEqualTo("X goes ex dividend of 0.60 USD on 2026-04-03, in 3 days");
        assertThat(answer.get("notifications").get("urgent")).hasSize(1);
        assertThat(data("corporate-actions?days_ahead=2")
                        .get("actions_with_impact")
                        .get("actions"))
                .isEmpty();
    }

    @Test
    void the_year_ahead_pays_as_the_year_before() throws Exception {
        JsonNode income = data("income").get("forward_income");
        JsonNode x = income.get("securities").get(0);
        // 1.00 before the split of 2 for 1 is 0.50 for a unit of now, and 0.60; the one of a year and a day ago counts
        // no more.
        equal(x.get("per_unit"), "1.1");
        equal(x.get("income"), "11");
        equal(
                x.get("forward_yield"),
                new BigDecimal("1.1")
                        .divide(new BigDecimal("30"), java.math.MathContext.DECIMAL128)
                        .toPlainString());
        equal(x.get("yield_on_cost"), "0.11");
        // 4 units at 2 euros at 1.25.
        equal(income.get("securities").get(1).get("income"), "10");
        assertThat(income.get("without_dividends").get(0).asString()).isEqualTo("Z");
        equal(income.get("income"), "21");
        equal(income.get("by_month").get("2027-02"), "5");
        equal(income.get("by_month").get("2027-03"), "16");
    }

    @Test
    void an_event_can_be_corrected_and_taken_back() throws Exception {
        imported(
                "events",
                "kind,date,symbol,amount,cancelled\ndividend,2026-04-03,X,0.7,\ndividend,2026-05-20,Y,2.5,true\n");
        equal(
                data("corporate-actions")
                        .get("actions_with_impact")
                        .get("summary")
                        .get("dividends_expected"),
                "12");
    }

    @Test
    void bad_events_are_named_and_nothing_is_stored() throws Exception {
        HttpResponse<String> response = server.send("POST", "/api/imports?kind=events", owner, """
                kind,date,symbol,amount,currency,payment_date,ratio_new,ratio_old,cancelled
                dividend,2026-04-01,X,5,,,,,
                dividend,2026-04-01,NONE,1,,,,,
                dividend,2026-04-01,X,-1,,,,,
                dividend,2026-04-01,X,1,XXQ,,,,
                dividend,2026-04-01,X,1,,2026-03-01,,,
                split,2026-04-01,X,,,,0,1,
                merger,2026-04-01,X,,,,,,
                dividend,2026-04-01,X,1,,,,,perhaps
                dividend,2099-04-01,X,1,,,,,
                """);
        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(JSON.readTree(response.body()).findValuesAsString("line"))
                .containsExactly("3", "4", "5", "6", "7", "8", "9", "10");
        equal(
                data("corporate-actions")
                        .get("actions_with_impact")
                        .get("summary")
                        .get("total_actions"),
                "5");
    }

    @Test
    void calendars_answer_by_symbol_and_range() throws Exception {
        String pattern = """
                {"id":"calendar","name":"Calendar","description":"All calendars","version":"1.0.0","category":"events","inputs":{},
                "steps":[{"capability":"corporate_actions.%s","args":{"from_date":"2026-01-01","to_date":"2026-06-30"},"as":"found"}],
                "outputs":["found"]}
                """;
        String[][] expected = {{"dividends", "6"}, {"splits", "1"}, {"earnings", "1"}};
        for (String[] row : expected) {
            HttpResponse<String> kept = server.send("PUT", "/api/patterns/calendar", owner, pattern.formatted(row[0]));
            assertThat(kept.statusCode()).as(kept.body()).isBetween(200, 201);
            HttpResponse<String> answer =
                    server.send("POST", "/api/patterns/execute", owner, "{\"pattern\":\"calendar\",\"inputs\":{}}");
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            equal(JSON.readTree(answer.body()).get("data").get("found").get("count"), row[1]);
        }
    }
}
