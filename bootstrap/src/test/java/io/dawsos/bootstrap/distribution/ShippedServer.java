package io.dawsos.bootstrap.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The shipped distribution over one data directory: starts its server and its commands as processes. */
final class ShippedServer {

    static final String OWNER = "owner@example.org";
    static final String PASSWORD = "a-long-enough-password";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(120);

    private final Path program = Path.of(System.getProperty("dawsos.root"), "bootstrap/target/dawsos/bin/dawsos");
    private final HttpClient http = HttpClient.newHttpClient();
    private final Path data;
    private final int port;

    ShippedServer(Path data) throws IOException {
        this.data = data;
        try (ServerSocket socket = new ServerSocket(0)) {
            this.port = socket.getLocalPort();
        }
    }

    /** What a command printed and how it ended. */
    record Ended(int code, String output) {}

    private ProcessBuilder process(String... arguments) {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("DAWSOS_OWNER_EMAIL", OWNER);
        builder.environment().put("DAWSOS_OWNER_PASSWORD", PASSWORD);
        builder.environment().put("DAWSOS_CLASS_ARCHIVE", "off");
        builder.environment().remove("DATABASE_URL");
        return builder;
    }

    /** Runs a command on the data directory to its end. */
    Ended run(String... arguments) throws Exception {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--data", data.toString()));
        return runPlain(all.toArray(String[]::new));
    }

    /** Runs a command that needs no data directory. */
    Ended runPlain(String... arguments) throws Exception {
        Process process = process(arguments).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), output);
    }

    /** Starts the server and waits until it is ready. */
    Process serve() throws Exception {
        Process process = process("serve", "--port", Integer.toString(port), "--data", data.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        long end = System.nanoTime() + PATIENCE;
        while (!ready()) {
            assertThat(process.isAlive()).as("the server runs").isTrue();
            assertThat(System.nanoTime()).as("ready in time").isLessThan(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
        return process;
    }

    private boolean ready() throws InterruptedException {
        try {
            return get("/health/ready", "").statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    String logIn() throws Exception {
        HttpResponse<String> response = send(
                "/api/auth/login",
                "",
                "{\"email\":\"" + OWNER + "\",\"password\":\"" + PASSWORD + "\"}",
                "application/json");
        return json(200, response).get("access_token").asString();
    }

    HttpResponse<String> get(String path, String token) throws IOException, InterruptedException {
        return http.send(request(path, token).GET().build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> send(String path, String token, String body, String type)
            throws IOException, InterruptedException {
        return http.send(
                request(path, token)
                        .header("Content-Type", type)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    static JsonNode json(int status, HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        return JSON.readTree(response.body());
    }
}
