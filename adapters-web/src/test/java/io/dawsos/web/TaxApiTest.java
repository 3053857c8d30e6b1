package io.dawsos.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The patterns about taxes, over two portfolios of one owner; right answers by hand. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TaxApiTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final ServerFixture server = new ServerFixture();
    private String owner = "";
    private String portfolio = "";

    @BeforeAll
    void two_portfolios() throws Exception {
        owner = server.logIn(ServerFixture.OWNER);
        portfolio = created("Mine");
        String other = created("Other");
        imported("prices", "date,symbol,close,currency\n2026-03-31,X,6,USD\n2026-03-31,Y,50,USD\n");
        imported("transactions&portfolio_id=" + portfolio, """
                date,type,symbol,quantity,price,amount,currency
                2024-01-02,BUY,X,100,,1000,USD
                2024-01-02,BUY,Z,10,,100,USD
                2025-12-01,BUY,Y,10,,700,USD
                2026-02-02,SELL,X,60,,450,USD
                2026-02-03,SELL,Z,10,,400,USD
                """);
        imported("transactions&portfolio_id=" + other, """
                date,type,symbol,quantity,price,amount,currency
                2026-02-10,BUY,X,20,,160,USD
                2026-03-20,BUY,Y,4,,220,USD
                """);
    }

    private String created(String name) throws Exception {
        HttpResponse<String> response =
                server.send("POST", "/api/portfolios", owner, "{\"name\":\"" + name + "\",\"base_currency\":\"USD\"}");
        return JSON.readTree(response.body()).get("id").asString();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private void imported(String kind, String content) throws Exception {
        HttpResponse<String> response = server.send("POST", "/api/imports?kind=" + kind, owner, content);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
    }

    private JsonNode run(String pattern, String inputs) throws Exception {
        HttpResponse<String> response = server.send(
                "POST",
                "/api/patterns/execute",
                owner,
                "{\"pattern\":\"" + pattern + "\",\"inputs\":{\"portfolio_id\":\"" + portfolio + "\"" + inputs + "}}");
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JSON.readTree(response.body()).get("data");
    }

    private static void equal(JsonNode found, String expected) {
        assertThat(found.decimalValue()).isEqualByComparingTo(new BigDecimal(expected));
    }

    @Test
    void a_tax_report_defers_losses_that_another_portfolio_replaced() throws Exception {
        JsonNode data = run(
                "portfolio_tax_report",
                ",\"tax_year\":2026,\"long_term_after_months\":12,\"short_term_rate\":0.3,\"long_term_rate\":0.15");
        // X: 450 - 600 = -150; Z: 400 - 100 = 300; both were held two years.
        equal(data.get("realized_gains").get("net_gain"), "150");
        equal(data.get("realized_gains").get("long_term_gain"), "150");
        equal(data.get("realized_gains").get("short_term_gain"), "0");
        // 20 of the 60 units sold were bought again: a third of the loss is deferred.
        JsonNode wash = data.get("wash_sales").get("wash_sales").get(0);
        equal(wash.get("disallowed_loss"), "50");
        equal(wash.get("replacement_cost_basis"), "210");
        assertThat(wash.get("days_apart").asInt()).isEqualTo(8);
        assertThat(data.get("wash_sales").get("portfolios_considered")).hasSize(2);
        // (150 + 50) x 0.15
        equal(data.get("tax_summary").get("taxable_gain"), "200");
        equal(data.get("tax_summary").get("estimated_tax"), "30");
        equal(data.get("tax_lots").get("total_unrealized_gain"), "-360");
        data.get("tax_lots").get("methods").forEach(method -> equal(method.get("total"), "-210"));
    }

    @Test
    void without_a_holding_period_there_are_no_terms_and_no_estimate() throws Exception {
        JsonNode data = run("portfolio_tax_report", ",\"tax_year\":2026,\"include_wash_sales\":false");
        assertThat(data.get("realized_gains").get("long_term_gain").isNull()).isTrue();
        assertThat(data.get("tax_summary").get("estimated_tax").isNull()).isTrue();
        equal(data.get("tax_summary").get("taxable_gain"), "150");
        assertThat(run("portfolio_tax_report", ",\"tax_year\":2025")
                        .get("realized_gains")
                        .get("gains"))
                .isEmpty();
    }

    @Test
    void losses_are_ranked_by_what_they_would_save() throws Exception {
        JsonNode data = run("tax_harvesting_opportunities", ",\"min_loss_threshold\":100,\"tax_rate\":0.25");
        // Y: 500 - 700 = -200, of which 4 of 10 units were bought elsewhere within 30 days; X: 240 - 400 = -160, clear.
        JsonNode first = data.get("opportunities").get("opportunities").get(0);
        assertThat(first.get("symbol").asString()).isEqualTo("X");
        equal(first.get("tax_benefit"), "40");
        JsonNode second = data.get("opportunities").get("opportunities").get(1);
        equal(second.get("usable_loss"), "120");
        equal(second.get("tax_benefit"), "30");
        assertThat(second.get("wash_sale_risk").asBoolean()).isTrue();
        JsonNode risk = data.get("wash_sale_risks").get("risks").get(0);
        equal(risk.get("quantity_at_risk"), "4");
        assertThat(risk.get("clear_from").asString()).isEqualTo("2026-04-20");

        JsonNode regardless = run(
                "tax_harvesting_opportunities",
                ",\"min_loss_threshold\":180,\"tax_rate\":0.25,\"avoid_wash_sales\":false");
        assertThat(regardless.get("opportunities").get("opportunities")).hasSize(1);
        equal(regardless.get("opportunities").get("total_benefit"), "50");
    }

    @Test
    void a_position_is_shown_with_its_lots() throws Exception {
        String document = """
                {"id": "one_position", "name": "One", "description": "One position", "version": "1.0.0", "category": "mine",
                 "inputs": {"portfolio_id": {"type": "uuid", "required": true}, "security_id": {"type": "uuid", "required": true}},
                 "steps": [{"capability": "get_position_details", "args": {"portfolio_id": "{{inputs.portfolio_id}}",
                   "security_id": "{{inputs.security_id}}"}, "as": "position"}],
                 "outputs": ["position"]}
                """;
        assertThat(server.send("PUT", "/api/patterns/one_position", owner, document)
                        .statusCode())
                .isEqualTo(200);
        String security = run("tax_harvesting_opportunities", ",\"tax_rate\":0")
                .get("current_positions")
                .get("positions")
                .get(1)
                .get("security_id")
                .asString();
        JsonNode position =
                run("one_position", ",\"security_id\":\"" + security + "\"").get("position");
        assertThat(position.get("symbol").asString()).isEqualTo("Y");
        assertThat(position.get("asset_class").asString()).isEqualTo("OTHER");
        equal(position.get("avg_cost"), "70");
        equal(position.get("unrealized_pnl"), "-200");
        assertThat(position.get("lots")).hasSize(1);
        assertThat(position.get("lots").get(0).get("acquired").asString()).isEqualTo("2025-12-01");
    }
}
