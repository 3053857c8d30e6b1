import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The smoke test of the shipped distribution: starts it on a free port and an empty data directory, imports a small ledger, reads
 * the portfolio, stops it, starts it again and sees the same answer. Needs a JDK and nothing else.
 *
 * <p>Usage: {@code java .ci/Smoke.java DISTRIBUTION EXAMPLES}
 */
public final class Smoke {

    private static final String EMAIL = "owner@example.org";
    private static final String PASSWORD = "a-long-enough-password";

    private final HttpClient http = HttpClient.newHttpClient();
    private final Path distribution;
    private final Path data;
    private final int port;

    private Smoke(Path distribution, Path data, int port) {
        this.distribution = distribution;
        this.data = data;
        this.port = port;
    }

    public static void main(String[] arguments) throws Exception {
        Path distribution = Path.of(arguments[0]).toAbsolutePath();
        Path examples = Path.of(arguments[1]).toAbsolutePath();
        Path home = Files.createTempDirectory("dawsos-smoke");
        home.toFile().setExecutable(true, false);
        home.toFile().setReadable(true, false);
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        try {
            new Smoke(distribution, home.resolve("data"), port).run(examples);
        } finally {
            try (Stream<Path> files = Files.walk(home)) {
                files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
            }
        }
    }

    private void run(Path examples) throws Exception {
        String first;
        Process server = start();
        try {
            String token = login();
            String portfolio = field(
                    send("POST", "/api/portfolios", token, "application/json",
                            "{\"name\":\"Smoke\",\"base_currency\":\"CAD\"}", 201), "id");
            for (String kind : List.of("securities", "fx", "prices")) {
                importFile(token, examples.resolve(kind + ".csv"), "kind=" + kind);
            }
            importFile(token, examples.resolve("transactions.csv"), "kind=transactions&portfolio_id=" + portfolio);
            first = data(token);
            // 150 x 43.05 USD, 300 x 58.90 CAD and 80 x 79.05 EUR, and the cash of three currencies, worked out by hand.
            expect(first.contains("\"total_value\":93198.299464"), "total value of the example portfolio in " + first);
        } finally {
            stop(server);
        }
        server = start();
        try {
            expect(first.equals(data(login())), "the same answer after a restart");
        } finally {
            stop(server);
        }
        System.out.println("smoke test: 2 starts, 4 imports, the same answer twice");
        System.out.println("1 passed, 0 failed");
    }

    private Process start() throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                distribution.resolve("bin/dawsos").toString(),
                "serve",
                "--port",
                Integer.toString(port),
                "--data",
                data.toString());
        builder.environment().put("DAWSOS_OWNER_EMAIL", EMAIL);
        builder.environment().put("DAWSOS_OWNER_PASSWORD", PASSWORD);
        builder.environment().remove("DATABASE_URL");
        Process process = builder.inheritIO().start();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(90);
        while (System.nanoTime() < end) {
            expect(process.isAlive(), "the server runs");
            try {
                if (get("/health/ready", "").statusCode() == 200) {
                    return process;
                }
            } catch (IOException e) {
                // Not listening yet.
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        process.destroyForcibly();
        throw new AssertionError("not ready within 90 s");
    }

    private static void stop(Process process) throws InterruptedException {
        process.destroy();
        expect(process.waitFor(60, TimeUnit.SECONDS), "the server stops");
    }

    private String login() throws Exception {
        return field(
                send("POST", "/api/auth/login", "", "application/json",
                        "{\"email\":\"" + EMAIL + "\",\"password\":\"" + PASSWORD + "\"}", 200), "access_token");
    }

    private void importFile(String token, Path file, String query) throws Exception {
        send("POST", "/api/imports?" + query, token, "text/csv", Files.readString(file), 201);
    }

    /** The computed part of the answer: all before the trace. */
    private String data(String token) throws Exception {
        HttpResponse<String> response = get("/api/portfolio", token);
        expect(response.statusCode() == 200, "GET /api/portfolio: " + response.statusCode() + " " + response.body());
        return response.body().substring(0, response.body().indexOf("\"trace\":"));
    }

    private HttpResponse<String> get(String path, String token) throws IOException, InterruptedException {
        return http.send(request(path, token).GET().build(), BodyHandlers.ofString());
    }

    private String send(String method, String path, String token, String type, String body, int status)
            throws Exception {
        HttpResponse<String> response = http.send(
                request(path, token)
                        .header("Content-Type", type)
                        .method(method, BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
        expect(response.statusCode() == status, method + " " + path + ": " + response.statusCode() + " " + response.body());
        return response.body();
    }

    private HttpRequest.Builder request(String path, String token) {
        HttpRequest.Builder builder =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).timeout(Duration.ofSeconds(60));
        return token.isEmpty() ? builder : builder.header("Authorization", "Bearer " + token);
    }

    private static String field(String json, String name) {
        Matcher matcher = Pattern.compile("\"" + name + "\"\\s*:\\s*\"([^\"]*)\"").matcher(json);
        expect(matcher.find(), name + " in " + json);
        return matcher.group(1);
    }

    private static void expect(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError("smoke test: expected " + what);
        }
    }
}
