package io.dawsos.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.openqa.selenium.By;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PerformancePageTest {

    private final ServerFixture server = new ServerFixture();
    private String page = "";

    @BeforeAll
    void a_portfolio() throws Exception {
        page = "/portfolios/" + SmallPortfolio.in(server) + "/performance";
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void returns_are_shown_by_period_and_month_and_taken_apart() throws Exception {
        PageVisitor owner = new PageVisitor(server.address()).logIn(ServerFixture.OWNER);
        String body = owner.get(page).body();
        // From 1000 x 1.35 to 1414: 1414 / 1350 - 1, which is all of January 2026 so far.
        assertThat(body)
                .contains(">4.74%<")
                .contains(">4.7%<")
                .contains(">1,414.00<")
                .contains("class=\"number up3 part\"");
        assertThat(body).contains("the history is shorter than one window");
        Matcher links = Pattern.compile("href=\"(/explain/[^\"]+)\"").matcher(body);
        int count = 0;
        while (links.find()) {
            count++;
            String link = links.group(1).replace("&amp;", "&");
            assertThat(owner.get(link).statusCode()).as(link).isEqualTo(200);
        }
        assertThat(count).isGreaterThan(5);
    }

    @Test
    void a_person_looks_at_the_calendar() throws Exception {
        try (PageBrowser browser = PageBrowser.at(server.address())) {
            browser.logIn(ServerFixture.OWNER, ServerFixture.PASSWORD);
            browser.driver().findElement(By.linkText("Performance")).click();
            browser.seeText(".heat td", "4.7%");
            browser.picture("performance");
            assertThat(browser.complaints()).isEmpty();
        }
    }
}
