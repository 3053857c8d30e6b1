package io.dawsos.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.Select;

/** Two purchases and a sale, whose gains under each method are worked out by hand. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LotPageTest {

    private final ServerFixture server = new ServerFixture();
    private String page = "";

    @BeforeAll
    void two_purchases_and_a_sale() throws Exception {
        String id = SmallPortfolio.in(server);
        page = "/portfolios/" + id + "/lots";
        SmallPortfolio.imported(server, server.logIn(ServerFixture.OWNER), "transactions&portfolio_id=" + id, """
                date,type,symbol,quantity,price,amount,currency
                2026-01-05,BUY,X,10,12,120,USD
                2026-01-05,SELL,X,10,11,110,USD
                """);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void each_method_makes_its_own_of_the_same_trades() throws Exception {
        PageVisitor owner = new PageVisitor(server.address()).logIn(ServerFixture.OWNER);
        // Sold for 110 x 1.40 = 154. First in: cost 100 x 1.35 = 135, gain 19. Last in: cost 120 x 1.40 = 168, loss 14.
        String fifo = owner.get(page).body();
        assertThat(fifo).contains(">19.00<").contains(">\u221214.00<").contains(">135.00<");
        assertThat(fifo.substring(fifo.indexOf("id=\"disposals\"")))
                .contains(">19.00<")
                .doesNotContain(">\u221214.00<");
        String lifo = owner.get(page + "?method=lifo").body();
        assertThat(lifo.substring(lifo.indexOf("id=\"disposals\"")))
                .contains(">\u221214.00<")
                .contains(">168.00<");
        assertThat(owner.get(page + "?method=guess").statusCode()).isEqualTo(400);
        // No rule says what is long-term here: nothing is claimed.
        assertThat(fifo).doesNotContain(">short");
        assertThat(owner.get(page + "?long_term_after_months=12").body()).contains(">short");
    }

    @Test
    void a_person_chooses_a_method() throws Exception {
        try (PageBrowser browser = PageBrowser.at(server.address())) {
            browser.logIn(ServerFixture.OWNER, ServerFixture.PASSWORD);
            browser.driver().findElement(By.linkText("Lots")).click();
            browser.picture("lots");
            new Select(browser.see("select[name=method]")).selectByValue("lifo");
            browser.seeText("tr.chosen", "Last in, first out");
            assertThat(browser.see("#open").getText()).isNotEmpty();
            browser.seeText("tbody.group .signed", "\u221214.00");
            assertThat(browser.complaints()).isEmpty();
        }
    }
}
