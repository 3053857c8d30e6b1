package io.dawsos.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

class ImportPageTest {

    private static final String FILE = """
            date,type,symbol,quantity,price,amount,currency
            2026-01-02,DEPOSIT,,,,1000,USD
            2026-01-05,BUY,X,10,10,100,USD
            """;

    private final ServerFixture server = new ServerFixture();

    @AfterEach
    void stop() {
        server.close();
    }

    private PageVisitor owner() throws Exception {
        return new PageVisitor(server.address()).logIn(ServerFixture.OWNER);
    }

    private static String created(PageVisitor owner) throws Exception {
        return owner.post("/portfolios", Map.of("name", "Mine", "base_currency", "usd"))
                .headers()
                .firstValue("Location")
                .orElseThrow();
    }

    @Test
    void a_statement_is_shown_before_it_is_taken() throws Exception {
        PageVisitor owner = owner();
        assertThat(owner.get("/").body()).contains("A new portfolio");
        String page = created(owner);
        assertThat(owner.get(page).body()).contains("Import a statement").contains("<option value=\"dawsos_csv\"");
        assertThat(owner.post("/portfolios", Map.of("name", "Mine", "base_currency", "USD"))
                        .statusCode())
                .isEqualTo(409);
        assertThat(owner.post("/portfolios", Map.of("name", "Other", "base_currency", "XXX"))
                        .statusCode())
                .isEqualTo(400);

        String preview = owner.send(page + "/preview?file_name=mine.csv", FILE).body();
        assertThat(preview).contains("<b>2</b>").contains(">1,000.00<").doesNotContain("<html");
        String transactions = page.replace("/import", "/transactions");
        assertThat(owner.get(transactions).body()).contains("No commit yet");

        assertThat(owner.send(page + "?file_name=mine.csv", FILE).body()).contains("2 entries were added");
        assertThat(owner.get(transactions).body())
                .contains("import mine.csv")
                // Without a price there is no pack to answer from, and the page says so.
                .contains("import prices or exchange rates");
        assertThat(owner.send(page + "?file_name=mine.csv", FILE).body()).contains("nothing was added");

        HttpResponse<String> refused = owner.send(page + "?file_name=mine.csv", FILE.replace("100,USD", "100,ZZZ"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("ZZZ").doesNotContain("<html");
    }

    @Test
    void a_person_chooses_a_file_and_imports_it(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("mine.csv"), FILE);
        String page = created(owner());
        try (PageBrowser browser = PageBrowser.at(server.address())) {
            browser.logIn(ServerFixture.OWNER, ServerFixture.PASSWORD).open(page);
            browser.see("input[type=file]").sendKeys(file.toString());
            browser.driver().findElement(By.cssSelector("#import button")).click();
            browser.seeText("#import-result h2", "Preview");
            browser.picture("import");
            browser.see("[data-import=run]").click();
            browser.seeText("#import-result .good", "2 entries were added");
            assertThat(browser.complaints()).isEmpty();
        }
    }
}
