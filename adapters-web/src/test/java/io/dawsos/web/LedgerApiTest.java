package io.dawsos.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The chain of a ledger over HTTP, and imports that are taken back. */
class LedgerApiTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String FIRST =
            "date,type,symbol,quantity,price,amount,currency\n2026-01-02,DEPOSIT,,,,1000,USD\n2026-01-02,BUY,X,10,10,100,USD\n";
    private static final String WRONG =
            "date,type,symbol,quantity,price,amount,currency\n2026-01-05,SELL,X,4,11,44,USD\n2026-01-05,WITHDRAWAL,,,,7,USD\n";

    private final ServerFixture server = new ServerFixture();
    private String owner = "";
    private String ledger = "";
    private String portfolio = "";

    @BeforeEach
    void a_portfolio_with_one_import() throws Exception {
        owner = server.logIn(ServerFixture.OWNER);
        portfolio = read(server.send("POST", "/api/portfolios", owner, "{\"name\":\"Mine\",\"base_currency\":\"USD\"}"))
                .get("id")
                .asString();
        ledger = "/api/portfolios/" + portfolio + "/ledger";
        assertThat(read(server.get(ledger, owner)).get("head").isNull()).isTrue();
        imported("prices", "date,symbol,close,currency\n2026-01-02,X,10,USD\n2026-01-05,X,11,USD\n");
        imported("transactions&portfolio_id=" + portfolio, FIRST);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void imported(String kind, String content) throws Exception {
        HttpResponse<String> response = server.send("POST", "/api/imports?kind=" + kind, owner, content);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
    }

    private static JsonNode read(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }

    private HttpResponse<String> undo(String commit) throws Exception {
        return server.send("POST", ledger + "/" + commit + "/undo", owner, "{}");
    }

    @Test
    void an_import_that_is_taken_back_leaves_the_earlier_bytes() throws Exception {
        HttpResponse<String> before = server.get("/api/portfolio", owner);
        imported("transactions&portfolio_id=" + portfolio, WRONG);
        HttpResponse<String> wrong = server.get("/api/portfolio", owner);
        assertThat(read(wrong).get("data")).isNotEqualTo(read(before).get("data"));

        String commit = read(server.get(ledger, owner)).get("head").asString();
        HttpResponse<String> undone = undo(commit);
        assertThat(undone.statusCode()).as(undone.body()).isEqualTo(201);
        assertThat(read(undone).get("parent").asString()).isEqualTo(commit);

        HttpResponse<String> after = server.get("/api/portfolio", owner);
        assertThat(data(after)).isEqualTo(data(before));
        assertThat(after.headers().firstValue("ETag"))
                .isEqualTo(before.headers().firstValue("ETag"));

        // To take the reversal back is to have the import again.
        assertThat(undo(read(undone).get("hash").asString()).statusCode()).isEqualTo(201);
        assertThat(data(server.get("/api/portfolio", owner))).isEqualTo(data(wrong));
    }

    /** The bytes of {@code data} and {@code unavailable}, which come before the trace. */
    private static String data(HttpResponse<String> response) {
        return response.body().substring(0, response.body().indexOf("\"trace\":"));
    }

    @Test
    void the_chain_is_shown_newest_first_and_by_pages() throws Exception {
        imported("transactions&portfolio_id=" + portfolio, WRONG);
        JsonNode whole = read(server.get(ledger, owner));
        assertThat(whole.get("commits")).hasSize(2);
        assertThat(whole.get("next_cursor").isNull()).isTrue();
        JsonNode newest = whole.get("commits").get(0);
        JsonNode oldest = whole.get("commits").get(1);
        assertThat(newest.get("hash")).isEqualTo(whole.get("head"));
        assertThat(newest.get("parent")).isEqualTo(oldest.get("hash"));
        assertThat(newest.get("first_entry").asInt()).isEqualTo(2);
        assertThat(oldest.get("parent").isNull()).isTrue();

        JsonNode page = read(server.get(ledger + "?limit=1", owner));
        assertThat(page.get("commits").get(0)).isEqualTo(newest);
        JsonNode next = read(
                server.get(ledger + "?limit=1&cursor=" + page.get("next_cursor").asString(), owner));
        assertThat(next.get("commits").get(0)).isEqualTo(oldest);
        assertThat(next.get("next_cursor").isNull()).isTrue();
    }

    private void problem(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(read(response).get("code").asString()).isEqualTo(code);
    }

    @Test
    void each_mistake_is_a_problem_document() throws Exception {
        String head = read(server.get(ledger, owner)).get("head").asString();
        problem(undo("abc"), 400, "invalid_parameter");
        problem(undo("0".repeat(64)), 404, "commit_not_found");
        problem(server.get(ledger + "?cursor=7", owner), 400, "invalid_parameter");
        problem(server.get(ledger + "?limit=0", owner), 400, "invalid_parameter");
        assertThat(undo(head).statusCode()).isEqualTo(201);
        problem(undo(head), 409, "nothing_to_undo");
        String other = server.logIn(ServerFixture.OTHER);
        problem(server.get(ledger, other), 404, "portfolio_not_found");
        problem(server.send("POST", ledger + "/" + head + "/undo", other, "{}"), 404, "portfolio_not_found");
    }
}
