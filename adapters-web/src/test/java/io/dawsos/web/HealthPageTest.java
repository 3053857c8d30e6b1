package io.dawsos.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.openqa.selenium.By;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HealthPageTest {

    private final ServerFixture server = new ServerFixture();
    private String id = "";

    @BeforeAll
    void a_portfolio() throws Exception {
        id = SmallPortfolio.in(server);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void findings_come_with_what_would_mend_them() throws Exception {
        PageVisitor owner = new PageVisitor(server.address()).logIn(ServerFixture.OWNER);
        String page = "/portfolios/" + id + "/health";
        assertThat(owner.get(page).body()).contains("Nothing is amiss");
        SmallPortfolio.imported(server, server.logIn(ServerFixture.OWNER), "transactions&portfolio_id=" + id, """
                date,type,symbol,quantity,price,amount,currency
                2026-01-05,WITHDRAWAL,,,,5000,USD
                """);
        // 900 USD were there.
        assertThat(owner.get(page).body())
                .contains("negative cash")
                .contains("What would mend it")
                .doesNotContain("Nothing is amiss");
        assertThat(owner.get(page + "?stale_after_days=x").statusCode()).isEqualTo(400);

        try (PageBrowser browser = PageBrowser.at(server.address())) {
            browser.logIn(ServerFixture.OWNER, ServerFixture.PASSWORD);
            browser.driver().findElement(By.linkText("Health")).click();
            browser.seeText("tbody tr", "USD");
            browser.picture("health");
            assertThat(browser.complaints()).isEmpty();
        }
    }
}
