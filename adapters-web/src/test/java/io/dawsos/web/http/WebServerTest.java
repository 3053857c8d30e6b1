package io.dawsos.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.dawsos.web.WebSettings;
import io.dawsos.web.authentication.SessionCookie;
import io.dawsos.web.authentication.Tokens;
import io.dawsos.web.http.Endpoint.Access;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class WebServerTest {

    private final CountDownLatch entered = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);

    /** The whole answer is sent before the request is at its end, as it may happen with any answer. */
    private Endpoint.Group slow() {
        Endpoint endpoint = Endpoint.get("/slow", "Answers, and waits to be told to go on", Map.of(), context -> {
                    byte[] answer = "done".getBytes(StandardCharsets.US_ASCII);
                    context.res().setContentLength(answer.length);
                    context.res().getOutputStream().write(answer);
                    context.res().flushBuffer();
                    entered.countDown();
                    assertThat(goOn.await(30, TimeUnit.SECONDS)).isTrue();
                })
                .forCallers(Access.PUBLIC);
        return () -> List.of(endpoint);
    }

    @Test
    void a_stop_lets_a_request_end_and_does_not_wait_for_its_connection() throws Exception {
        WebSettings settings = new WebSettings("127.0.0.1", 0, new byte[32], List.of(), "test");
        Tokens tokens = new Tokens(settings, Clock.systemUTC());
        WebServer server = new WebServer(
                settings,
                tokens,
                new Browsers(new SessionCookie(tokens), (context, problem, id) -> {}),
                new Json(),
                new SimpleMeterRegistry(),
                Set.of(slow()));
        int port = server.start().port();
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        Logger logger = (Logger) LoggerFactory.getLogger(WebServer.class);
        logger.addAppender(log);

        // The client keeps its connection open after the answer.
        CompletableFuture<HttpResponse<String>> answer = HttpClient.newHttpClient()
                .sendAsync(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/slow"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(entered.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(answer.get(30, TimeUnit.SECONDS).body()).isEqualTo("done");
        CompletableFuture<Void> stopped = CompletableFuture.runAsync(server::close);
        while (accepts(port)) {
            Thread.onSpinWait();
        }
        assertThat(stopped).isNotDone();
        goOn.countDown();
        stopped.get(60, TimeUnit.SECONDS);
        assertThat(log.list).filteredOn(event -> event.getLevel() == Level.WARN).isEmpty();
    }

    private static boolean accepts(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }
}
