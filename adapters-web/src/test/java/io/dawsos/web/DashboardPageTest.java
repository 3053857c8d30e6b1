package io.dawsos.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DashboardPageTest {

    private final ServerFixture server = new ServerFixture();
    private String page = "";

    @BeforeAll
    void a_portfolio_with_prices() throws Exception {
        page = "/portfolios/" + SmallPortfolio.in(server);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private PageVisitor owner() throws Exception {
        return new PageVisitor(server.address()).logIn(ServerFixture.OWNER);
    }

    @Test
    void the_session_is_a_cookie_that_neither_scripts_nor_other_sites_get() throws Exception {
        PageVisitor visitor = new PageVisitor(server.address());
        HttpResponse<String> response = visitor.post(
                "/login", Map.of("email", ServerFixture.OWNER, "password", ServerFixture.PASSWORD, "next", page));
        assertThat(response.statusCode()).isEqualTo(303);
        assertThat(response.headers().firstValue("Location")).contains(page);
        String cookie = response.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie).contains("HttpOnly").contains("SameSite=Strict").doesNotContain("Secure");
        assertThat(visitor.get(page).statusCode()).isEqualTo(200);

        HttpResponse<String> behindTls = new PageVisitor(server.address())
                .post(
                        "/login",
                        Map.of("email", ServerFixture.OWNER, "password", ServerFixture.PASSWORD),
                        "Sec-Fetch-Site",
                        "same-origin",
                        "X-Forwarded-Proto",
                        "https");
        assertThat(behindTls.headers().firstValue("Set-Cookie").orElseThrow())
                .startsWith("__Host-")
                .contains("Secure");

        assertThat(visitor.post("/logout", Map.of()).statusCode()).isEqualTo(303);
        assertThat(visitor.get(page).headers().firstValue("Location").orElseThrow())
                .startsWith("/login?next=");
    }

    /** What a request that changes something says of where it comes from, and whether it is let in. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Sec-Fetch-Site|cross-site|403
            Sec-Fetch-Site|same-site|403
            Sec-Fetch-Site|none|403
            Origin|https://evil.example|403
            Origin|null|403
            X-Nothing|said|403
            Sec-Fetch-Site|same-origin|303
            """)
    void forms_of_other_sites_are_refused(String header, String value, int status) throws Exception {
        assertThat(new PageVisitor(server.address())
                        .post(
                                "/login",
                                Map.of("email", ServerFixture.OWNER, "password", ServerFixture.PASSWORD),
                                header,
                                value)
                        .statusCode())
                .isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)", "''"})
    void a_login_leads_nowhere_but_here(String next) throws Exception {
        HttpResponse<String> response = new PageVisitor(server.address())
                .post("/login", Map.of("email", ServerFixture.OWNER, "password", ServerFixture.PASSWORD, "next", next));
        assertThat(response.headers().firstValue("Location")).contains("/");
    }

    @Test
    void a_cookie_does_not_open_the_api_and_a_bearer_does_not_open_pages() throws Exception {
        assertThat(owner().get("/api/portfolio").statusCode()).isEqualTo(401);
        String token = server.logIn(ServerFixture.OWNER);
        assertThat(server.get(page, token).statusCode()).isEqualTo(303);
    }

    @Test
    void a_wrong_password_is_said_on_the_form() throws Exception {
        HttpResponse<String> response =
                new PageVisitor(server.address()).post("/login", Map.of("email", "\"><script>", "password", "wrong"));
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.body()).contains("Address or password is wrong").doesNotContain("\"><script>");
    }

    @Test
    void the_overview_shows_the_numbers_of_the_pattern() throws Exception {
        HttpResponse<String> response = owner().get(page);
        assertThat(response.statusCode()).isEqualTo(200);
        // 900 USD of cash and 10 units at 11 USD, at 1.40; cost 10 x 10 x 1.35.
        assertThat(response.body())
                .contains(">1,414.00<")
                .contains(">135.00<")
                .contains(">4.74%<")
                .contains("As of")
                .contains("value=\"2026-01-05\"")
                .contains("PP_2026-01-05")
                .doesNotContain(">simulated<");
        // The rate without risk is not known: said with the reason, never blank.
        assertThat(response.body()).contains("Sharpe ratio").contains("n/a").contains("What could not be computed");
        assertThat(response.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("script-src 'self'")
                .doesNotContain("unsafe");
        assertThat(response.body())
                .doesNotContain(" style=")
                .doesNotContain("<style")
                .doesNotContain(" onclick");
    }

    @Test
    void an_earlier_date_is_answered_too() throws Exception {
        // 1000 USD at 1.35, before the price moved.
        assertThat(owner().get(page + "?as_of=2026-01-02").body())
                .contains(">1,350.00<")
                .contains("days=63&amp;as_of=2026-01-02");
        assertThat(owner().get(page + "?as_of=yesterday").statusCode()).isEqualTo(400);
    }

    @Test
    void every_number_with_a_link_is_taken_apart() throws Exception {
        PageVisitor owner = owner();
        Matcher links = Pattern.compile("href=\"(/explain/[^\"]+)\"")
                .matcher(owner.get(page).body());
        int count = 0;
        while (links.find()) {
            count++;
            String link = links.group(1).replace("&amp;", "&");
            assertThat(owner.get(link).statusCode()).as(link).isEqualTo(200);
            HttpResponse<String> part = owner.get(link, "HX-Request", "true");
            assertThat(part.body()).contains("explanation").doesNotContain("<html");
        }
        assertThat(count).isGreaterThan(20);
    }

    @Test
    void mistakes_are_pages_with_a_reason_a_hint_and_the_id_of_the_request() throws Exception {
        HttpResponse<String> wrong = owner().get(page + "?days=1");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(wrong.body())
                .contains("lookback_days")
                .contains(wrong.headers().firstValue("X-Request-Id").orElseThrow());
        assertThat(owner().get("/portfolios/" + new java.util.UUID(1, 1)).statusCode())
                .isEqualTo(404);
        assertThat(new PageVisitor(server.address())
                        .logIn(ServerFixture.OTHER)
                        .get(page)
                        .statusCode())
                .isEqualTo(404);
        assertThat(owner().get("/nowhere").body()).contains("there is nothing at this address");
        assertThat(server.get("/nowhere", "").body()).contains("\"code\":\"not_found\"");
    }

    @Test
    void static_files_are_kept_and_lie_under_their_content() throws Exception {
        Matcher files = Pattern.compile("(?:href|src)=\"(/assets/[^\"]+)\"")
                .matcher(owner().get(page).body());
        int count = 0;
        while (files.find()) {
            count++;
            HttpResponse<String> file = server.get(files.group(1), "");
            assertThat(file.statusCode()).as(files.group(1)).isEqualTo(200);
            assertThat(file.headers().firstValue("Cache-Control").orElseThrow()).contains("immutable");
        }
        assertThat(count).isEqualTo(6);
        assertThat(server.get("/assets/0000/ui.css", "").statusCode()).isEqualTo(404);
    }

    @Test
    void a_person_logs_in_sees_the_value_and_opens_its_parts() throws Exception {
        try (PageBrowser browser = PageBrowser.at(server.address())) {
            browser.open(page);
            browser.picture("login");
            browser.driver().findElement(By.name("email")).sendKeys(ServerFixture.OWNER);
            browser.driver().findElement(By.name("password")).sendKeys(ServerFixture.PASSWORD, Keys.ENTER);
            assertThat(browser.see(".hero").getText()).contains("1,414.00");
            browser.see(".chart[data-drawn] canvas");
            browser.picture("dashboard");

            // With the keyboard alone.
            browser.driver().findElement(By.cssSelector(".hero a.figure")).sendKeys(Keys.ENTER);
            assertThat(browser.see("#explain .root").getText()).contains("Total value on 2026-01-05");
            browser.driver().findElement(By.cssSelector("#explain summary")).sendKeys(Keys.ENTER);
            browser.seeText("#explain .tree ul .node-label", "Market value of X");
            browser.picture("explain");
            browser.driver().switchTo().activeElement().sendKeys(Keys.ESCAPE);

            assertThat(browser.complaints()).isEmpty();
            browser.driver().findElement(By.cssSelector(".top form button")).click();
            browser.see("input[name=password]");
        }
    }
}
