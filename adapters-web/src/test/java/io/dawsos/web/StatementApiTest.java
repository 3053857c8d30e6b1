package io.dawsos.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Statements over HTTP: preview, import, the same import again, undo, and mappings. */
class StatementApiTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String HEADER = "date,type,symbol,quantity,price,amount,currency\n";
    private static final String FILE = HEADER + "2026-01-05,BUY,X,10,10,100,USD\n"
            + "2026-01-05,BUY,X,10,10,100,USD\n2026-01-02,DEPOSIT,,,,1000,USD\n";

    private final ServerFixture server = new ServerFixture();
    private String owner = "";
    private String portfolio = "";

    @BeforeEach
    void a_portfolio() throws Exception {
        owner = server.logIn(ServerFixture.OWNER);
        portfolio = read(
                        200,
                        server.send("POST", "/api/portfolios", owner, "{\"name\":\"Mine\",\"base_currency\":\"USD\"}"))
                .get("id")
                .asString();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static JsonNode read(int status, HttpResponse<String> response) {
        assertThat(response.statusCode() / 100).as(response.body()).isEqualTo(status / 100);
        return JSON.readTree(response.body());
    }

    private JsonNode preview(String more, String content) throws Exception {
        return read(200, server.send("POST", "/api/imports/preview?portfolio_id=" + portfolio + more, owner, content));
    }

    private HttpResponse<String> imported(String more, String content) throws Exception {
        return server.send("POST", "/api/imports?kind=statement&portfolio_id=" + portfolio + more, owner, content);
    }

    @Test
    void a_preview_says_what_an_import_does_and_the_same_import_again_does_nothing() throws Exception {
        JsonNode preview = preview("", FILE);
        assertThat(preview.get("format").asString()).isEqualTo("dawsos_csv");
        assertThat(preview.at("/counts/new").asInt()).isEqualTo(3);
        assertThat(preview.get("can_commit").asBoolean()).isTrue();
        assertThat(preview.at("/securities/0/status").asString()).isEqualTo("new");
        assertThat(preview.at("/rows/0/transaction/amount").asString()).isEqualTo("100");
        assertThat(read(200, server.get("/api/portfolios/" + portfolio + "/ledger", owner))
                        .get("head")
                        .isNull())
                .isTrue();

        JsonNode first = read(201, imported("", FILE));
        assertThat(first.get("entries").asInt()).isEqualTo(3);
        JsonNode second = read(201, imported("", FILE));
        assertThat(second.get("entries").asInt()).isZero();
        assertThat(second.get("ledger_commit_hash")).isEqualTo(first.get("ledger_commit_hash"));
        assertThat(preview("", FILE).at("/counts/duplicate").asInt()).isEqualTo(3);

        String undo = "/api/portfolios/" + portfolio + "/ledger/"
                + first.get("ledger_commit_hash").asString() + "/undo";
        read(201, server.send("POST", undo, owner, "{}"));
        assertThat(read(201, imported("", FILE)).get("entries").asInt()).isEqualTo(3);
    }

    @Test
    void rows_are_refused_or_left_out_as_the_caller_says() throws Exception {
        String bad = FILE + "2026-01-06,BYU,X,1,1,1,USD\n";
        JsonNode preview = preview("&limit=1", bad);
        assertThat(preview.at("/counts/refused").asInt()).isEqualTo(1);
        assertThat(preview.get("rows_left_off").asInt()).isEqualTo(3);
        assertThat(preview.get("can_commit").asBoolean()).isFalse();
        HttpResponse<String> refused = imported("", bad);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(JSON.readTree(refused.body()).at("/errors/0/line").asInt()).isEqualTo(5);
        assertThat(read(201, imported("&skip_refused=true", bad)).get("entries").asInt())
                .isEqualTo(3);
    }

    @Test
    void a_mapping_is_remembered_for_the_user_and_the_format() throws Exception {
        String mapping = "{\"symbols\":{\"X\":\"XMAPPED\"},\"types\":{\"DEPOSIT\":\"IGNORE\"}}";
        JsonNode once = preview("&mapping=" + URLEncoder.encode(mapping, StandardCharsets.UTF_8), FILE);
        assertThat(once.at("/counts/ignored").asInt()).isEqualTo(1);
        assertThat(once.at("/rows/0/transaction/symbol").asString()).isEqualTo("XMAPPED");
        assertThat(preview("", FILE).at("/counts/ignored").asInt()).isZero();

        read(200, server.send("PUT", "/api/imports/mappings/dawsos_csv", owner, mapping));
        assertThat(preview("", FILE).at("/counts/ignored").asInt()).isEqualTo(1);
        read(200, server.send("PUT", "/api/imports/mappings/dawsos_csv", owner, "{\"types\":{\"DEPOSIT\":\"\"}}"));
        JsonNode left = read(200, server.get("/api/imports/mappings/dawsos_csv", owner));
        assertThat(left.at("/symbols/X").asString()).isEqualTo("XMAPPED");
        assertThat(left.get("types").isEmpty()).isTrue();
        String other = server.logIn(ServerFixture.OTHER);
        assertThat(read(200, server.get("/api/imports/mappings/dawsos_csv", other))
                        .get("symbols")
                        .isEmpty())
                .isTrue();
    }

    @Test
    void what_is_asked_wrongly_is_named() throws Exception {
        assertThat(imported("&format=nothing", FILE).statusCode()).isEqualTo(422);
        assertThat(imported("&undecided=maybe", FILE).statusCode()).isEqualTo(400);
        assertThat(imported("&mapping=%5B%5D", FILE).statusCode()).isEqualTo(400);
        assertThat(imported("", "what is this").body()).contains("no known format");
        assertThat(imported("", "PK\u0003\u0004").body()).contains("compressed");
        assertThat(server.get("/api/imports/mappings/nothing", owner).statusCode())
                .isEqualTo(404);
        assertThat(server.send("PUT", "/api/imports/mappings/dawsos_csv", owner, "{\"types\":{\"a\":1}}")
                        .statusCode())
                .isEqualTo(400);
        JsonNode formats = read(200, server.get("/api/imports/formats", owner));
        assertThat(formats.at("/formats/0/format").asString()).isEqualTo("dawsos_csv");
        String other = server.logIn(ServerFixture.OTHER);
        assertThat(server.send("POST", "/api/imports/preview?portfolio_id=" + portfolio, other, FILE)
                        .statusCode())
                .isEqualTo(404);
    }
}
