package io.dawsos.bootstrap.distribution;

import static io.dawsos.bootstrap.distribution.ShippedServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.bootstrap.distribution.ShippedServer.Ended;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A life of the shipped distribution: first start, imports, answers, a clean stop, a kill, and the commands. */
class DistributionEndToEnd {

    private static final Path EXAMPLES = Path.of(System.getProperty("dawsos.root"), "examples");

    @TempDir
    Path temporary;

    @Test
    void it_serves_what_was_imported_after_a_stop_and_after_a_kill() throws Exception {
        assertThat(temporary.toFile().setExecutable(true, false)).isTrue();
        ShippedServer shipped = new ShippedServer(temporary.resolve("data"));
        Process server = shipped.serve();
        JsonNode first;
        String tag;
        try {
            String token = shipped.logIn();
            String portfolio = json(
                            201,
                            shipped.send(
                                    "/api/portfolios",
                                    token,
                                    "{\"name\":\"Shipped\",\"base_currency\":\"CAD\"}",
                                    "application/json"))
                    .get("id")
                    .asString();
            for (String kind : List.of("securities", "fx", "prices")) {
                imported(shipped, token, kind, "kind=" + kind);
            }
            imported(shipped, token, "transactions", "kind=transactions&portfolio_id=" + portfolio);
            HttpResponse<String> answer = shipped.get("/api/portfolio", token);
            first = json(200, answer).get("data");
            tag = answer.headers().firstValue("ETag").orElseThrow();
            assertThat(first.get("total_value").decimalValue()).isEqualByComparingTo("93198.299464");
            Ended second = shipped.run("doctor");
            assertThat(second.code()).isNotZero();
            assertThat(second.output()).contains("another DawsOS");
        } finally {
            server.destroy();
        }
        assertThat(server.waitFor(60, TimeUnit.SECONDS)).isTrue();

        Ended doctor = shipped.run("doctor");
        assertThat(doctor.code()).as(doctor.output()).isZero();
        assertThat(doctor.output()).contains("All is well.");
        Ended verified = shipped.run("verify");
        assertThat(verified.code()).as(verified.output()).isZero();
        assertThat(verified.output()).contains("1 portfolios, 1 commits,", " 0 faults");
        Ended run = shipped.run("pattern", "run", "portfolio_overview", "--portfolio", "Shipped");
        assertThat(run.output()).contains("\"success\":true");

        Process again = shipped.serve();
        assertSame(shipped, first, tag);
        again.destroyForcibly();
        assertThat(again.waitFor(60, TimeUnit.SECONDS)).isTrue();
        Process afterKill = shipped.serve();
        try {
            assertSame(shipped, first, tag);
        } finally {
            afterKill.destroy();
        }
        assertThat(afterKill.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }

    private static void assertSame(ShippedServer shipped, JsonNode first, String tag) throws Exception {
        HttpResponse<String> answer = shipped.get("/api/portfolio", shipped.logIn());
        assertThat(json(200, answer).get("data")).isEqualTo(first);
        assertThat(answer.headers().firstValue("ETag")).contains(tag);
    }

    private static void imported(ShippedServer shipped, String token, String kind, String query) throws Exception {
        String content = Files.readString(EXAMPLES.resolve(kind + ".csv"));
        json(201, shipped.send("/api/imports?" + query, token, content, "text/csv"));
    }

    @Test
    void its_commands_say_what_is_wrong() throws Exception {
        ShippedServer shipped = new ShippedServer(temporary.resolve("unused"));
        Ended built = shipped.runPlain("pattern", "lint");
        assertThat(built.code()).as(built.output()).isZero();
        assertThat(built.output()).contains("0 errors, 0 warnings");
        Path broken = temporary.resolve("mine.json");
        Files.writeString(
                broken, "{\"id\": \"mine\",\n \"steps\": [{\"capability\": \"ledger.postions\", \"as\": \"a\"}]}");
        Ended found = shipped.runPlain("pattern", "lint", broken.toString());
        assertThat(found.code()).isEqualTo(1);
        assertThat(found.output()).contains("mine.json:2:", "unknown_capability", "did you mean \"ledger.positions\"?");
        Ended option = shipped.runPlain("serve", "--prt", "1");
        assertThat(option.code()).isEqualTo(2);
        assertThat(option.output()).contains("--prt");
        assertThat(temporary.resolve("unused")).doesNotExist();
    }
}
