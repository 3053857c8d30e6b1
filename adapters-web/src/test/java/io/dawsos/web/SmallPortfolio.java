package io.dawsos.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;

/** A portfolio in Canadian dollars with US dollars and ten units of X, small enough to work its numbers out by hand. */
final class SmallPortfolio {

    private SmallPortfolio() {}

    /** Makes it for the owner; gives its identity. */
    static String in(ServerFixture server) throws Exception {
        String owner = server.logIn(ServerFixture.OWNER);
        String portfolio = server.send(
                        "POST", "/api/portfolios", owner, "{\"name\":\"Mine\",\"base_currency\":\"CAD\"}")
                .body()
                .replaceAll(".*\"id\":\"([^\"]+)\".*", "$1");
        imported(server, owner, "prices", "date,symbol,close,currency\n2026-01-02,X,10,USD\n2026-01-05,X,11,USD\n");
        imported(server, owner, "fx", "date,base,quote,rate\n2026-01-02,USD,CAD,1.35\n2026-01-05,USD,CAD,1.40\n");
        imported(server, owner, "transactions&portfolio_id=" + portfolio, """
                date,type,symbol,quantity,price,amount,currency
                2026-01-02,DEPOSIT,,,,1000,USD
                2026-01-02,BUY,X,10,10,100,USD
                """);
        return portfolio;
    }

    static void imported(ServerFixture server, String token, String kind, String content) throws Exception {
        HttpResponse<String> response = server.send("POST", "/api/imports?kind=" + kind, token, content);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
    }
}
