package io.dawsos.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

class TransactionPageTest {

    private static final Pattern UNDO = Pattern.compile("action=\"(/portfolios/[^\"]+/undo)\"");

    private final ServerFixture server = new ServerFixture();
    private String page = "";

    @BeforeEach
    void a_portfolio() throws Exception {
        page = "/portfolios/" + SmallPortfolio.in(server);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private PageVisitor visitor(String email) throws Exception {
        return new PageVisitor(server.address()).logIn(email);
    }

    private static String undo(String body) {
        Matcher form = UNDO.matcher(body);
        assertThat(form.find()).isTrue();
        return form.group(1);
    }

    @Test
    void transactions_are_found_by_their_security() throws Exception {
        PageVisitor owner = visitor(ServerFixture.OWNER);
        String all = owner.get(page + "/transactions").body();
        // Bought 10 at 10 USD: cash goes down by 100.
        assertThat(all)
                .contains(">Buy<")
                .contains(">Deposit<")
                .contains(">\u2212100.00<")
                .contains("2 entries");
        assertThat(owner.get(page + "/transactions?symbol=X").body())
                .contains(">Buy<")
                .doesNotContain(">Deposit<");
        assertThat(owner.get(page + "/transactions?symbol=%3Cb%3E").body())
                .contains("No security is called &lt;b&gt;")
                .doesNotContain(">Buy<");
    }

    @Test
    void a_commit_is_taken_back_once_and_by_the_owner_alone() throws Exception {
        PageVisitor owner = visitor(ServerFixture.OWNER);
        String undo = undo(owner.get(page + "/transactions").body());
        assertThat(visitor(ServerFixture.OTHER).post(undo, Map.of()).statusCode())
                .isEqualTo(404);
        assertThat(owner.post(undo, Map.of(), "Sec-Fetch-Site", "cross-site").statusCode())
                .isEqualTo(403);
        assertThat(owner.get(page + "/transactions").body()).contains("2 entries");

        HttpResponse<String> undone = owner.post(undo, Map.of());
        assertThat(undone.statusCode()).isEqualTo(303);
        assertThat(undone.headers().firstValue("Location").orElseThrow()).startsWith(page + "/transactions");
        String after = owner.get(page + "/transactions").body();
        assertThat(UNDO.matcher(after).results().count()).isEqualTo(2);

        HttpResponse<String> again = owner.post(undo, Map.of());
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("Nothing to undo");
    }

    @Test
    void a_person_searches_and_undoes() throws Exception {
        try (PageBrowser browser = PageBrowser.at(server.address())) {
            browser.logIn(ServerFixture.OWNER, ServerFixture.PASSWORD);
            browser.driver().findElement(By.linkText("Transactions")).click();
            browser.see("input[name=symbol]").sendKeys("X\n");
            browser.seeText("table", "Buy");
            browser.see("#commits .confirm summary").click();
            browser.picture("transactions");
            browser.see("#commits .confirm button").click();
            browser.see("#commits tbody tr:nth-child(2)");
            assertThat(browser.driver().findElements(By.cssSelector("#commits tbody tr")))
                    .hasSize(2);
            assertThat(browser.complaints()).isEmpty();
        }
    }
}
