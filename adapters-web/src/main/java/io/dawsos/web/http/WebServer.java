package io.dawsos.web.http;

import io.dawsos.domain.identity.Role;
import io.dawsos.web.WebSettings;
import io.dawsos.web.authentication.Tokens;
import io.dawsos.web.authentication.Tokens.Caller;
import io.dawsos.web.http.Endpoint.Access;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.util.JavalinException;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** The HTTP server. Every route comes from an {@link Endpoint}; every error leaves as a problem document, or as a page where a person asks. */
public final class WebServer implements AutoCloseable {

    private static final long LARGEST_BODY = 1L << 30;
    private static final int THREADS = 250;
    private static final String PROBLEM = "problem";
    private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);
    private static final Duration STOP = Duration.ofSeconds(15);
    private static final Duration IDLE = Duration.ofSeconds(60);
    private static final Pattern PORT = Pattern.compile(":\\d+$");
    private static final Pattern SANE_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    private final WebSettings settings;
    private final Tokens tokens;
    private final Browsers browsers;
    private final Json json;
    private final MeterRegistry meters;
    private final List<Endpoint> endpoints;
    private final Javalin javalin;

    /** Builds the server; it listens after {@link #start()}. */
    @Inject
    public WebServer(
            WebSettings settings,
            Tokens tokens,
            Browsers browsers,
            Json json,
            MeterRegistry meters,
            Set<Endpoint.Group> groups) {
        this.settings = settings;
        this.tokens = tokens;
        this.browsers = browsers;
        this.json = json;
        this.meters = meters;
        this.endpoints =
                groups.stream().flatMap(group -> group.endpoints().stream()).toList();
        this.javalin = Javalin.create(this::configure);
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.http.maxRequestSize = LARGEST_BODY;
        QueuedThreadPool threads = new QueuedThreadPool(THREADS, 8);
        threads.setName("http");
        config.jetty.threadPool = threads;
        config.jetty.modifyServer(server -> server.setStopTimeout(STOP.toMillis()));
        config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
        config.jetty.addConnector(this::connector);
        config.routes.before(this::enter);
        config.routes.after(this::leave);
        for (Endpoint endpoint : endpoints) {
            config.routes.addHttpHandler(endpoint.method(), endpoint.path(), context -> {
                authorize(context, endpoint.access());
                endpoint.handler().handle(context);
            });
        }
        refuseOtherMethods(config);
        config.routes.exception(Exception.class, this::answer);
        config.routes.error(404, context -> {
            if (context.attribute(PROBLEM) == null) {
                send(context, Problem.of(404, "not_found", "Not found", "there is nothing at this address"));
            }
        });
    }

    /**
     * The idle time is the connection's. A request's own would be put back when the request ends, over the short one that a stop
     * gives to connections, and the stop would wait in vain for a client that keeps its connection.
     */
    private ServerConnector connector(Server server, HttpConfiguration http) {
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setHost(settings.host());
        connector.setPort(settings.port());
        connector.setIdleTimeout(IDLE.toMillis());
        return connector;
    }

    /** An address that is served, asked with a method that it does not take, names those it takes. */
    private void refuseOtherMethods(JavalinConfig config) {
        for (String path : endpoints.stream().map(Endpoint::path).collect(Collectors.toCollection(TreeSet::new))) {
            Set<HandlerType> known = endpoints.stream()
                    .filter(endpoint -> endpoint.path().equals(path))
                    .map(Endpoint::method)
                    .collect(Collectors.toSet());
            for (HandlerType method : List.of(
                    HandlerType.GET, HandlerType.POST, HandlerType.PUT, HandlerType.PATCH, HandlerType.DELETE)) {
                if (!known.contains(method)) {
                    config.routes.addHttpHandler(method, path, context -> {
                        context.header(
                                "Allow",
                                known.stream().map(HandlerType::name).sorted().collect(Collectors.joining(", ")));
                        send(
                                context,
                                Problem.of(
                                        405,
                                        "method_not_allowed",
                                        "Method not allowed",
                                        "this address does not take " + method.name()));
                    });
                }
            }
        }
    }

    private void enter(Context context) {
        String id = Optional.ofNullable(context.header("X-Request-Id"))
                .filter(given -> SANE_ID.matcher(given).matches())
                .orElseGet(() -> UUID.randomUUID().toString());
        MDC.put("trace_id", id);
        context.attribute("request_id", id);
        context.attribute("start", System.nanoTime());
        context.header("X-Request-Id", id);
        context.header("X-Content-Type-Options", "nosniff");
        context.header("Cache-Control", "no-store");
        context.header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        requireKnownHost(context);
    }

    /** Refuses requests that name another host: a page elsewhere may have pointed its own name at this address. */
    private void requireKnownHost(Context context) {
        if (!LOOPBACK.contains(settings.host()) && settings.hostNames().isEmpty()) {
            return;
        }
        String host = Optional.ofNullable(context.header("Host")).orElse("").toLowerCase(Locale.ROOT);
        String name = PORT.matcher(host).replaceFirst("");
        if (!LOOPBACK.contains(name) && !settings.hostNames().contains(name)) {
            throw new ProblemException(Problem.of(
                    421, "unknown_host", "Misdirected request", "this server is not called \"" + name + "\""));
        }
    }

    private void leave(Context context) {
        Long start = context.attribute("start");
        if (start != null) {
            meters.timer(
                            "http_server_requests",
                            "method",
                            context.method().name(),
                            "route",
                            String.valueOf(
                                    context.endpoints().lastHttpEndpoint() == null
                                            ? "none"
                                            : context.endpoints().lastHttpEndpoint().path),
                            "status",
                            Integer.toString(context.statusCode()))
                    .record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
        }
        MDC.remove("trace_id");
    }

    private void authorize(Context context, Access access) {
        if (access.page()) {
            browsers.enter(context, access);
            return;
        }
        if (access == Access.PUBLIC) {
            return;
        }
        String header = Optional.ofNullable(context.header("Authorization")).orElse("");
        Optional<Caller> caller =
                header.startsWith("Bearer ") ? tokens.read(header.substring("Bearer ".length())) : Optional.empty();
        if (caller.isEmpty()) {
            context.header("WWW-Authenticate", "Bearer");
            throw new ProblemException(Problem.of(
                    401,
                    "unauthorized",
                    "Not logged in",
                    "log in with POST /api/auth/login and send the token as a bearer"));
        }
        if (access == Access.ADMIN && caller.get().role() != Role.ADMIN) {
            throw new ProblemException(
                    Problem.of(403, "forbidden", "Not allowed", "only an administrator may do this"));
        }
        context.attribute(Callers.ATTRIBUTE, caller.get());
    }

    private void answer(Exception error, Context context) {
        send(context, ProblemMapper.map(error, requestId(context)));
    }

    private void send(Context context, Problem problem) {
        problem.retryAfter().ifPresent(seconds -> context.header("Retry-After", Integer.toString(seconds)));
        context.attribute(PROBLEM, problem.code());
        context.status(problem.status());
        if (browsers.wantsPage(context)) {
            browsers.show(context, problem, requestId(context));
            return;
        }
        context.contentType("application/problem+json");
        context.result(json.bytes(problem.toDocument(requestId(context))));
    }

    private static String requestId(Context context) {
        String id = context.attribute("request_id");
        return id == null ? "unknown" : id;
    }

    /** Starts to listen. */
    public WebServer start() {
        try {
            javalin.start();
        } catch (io.javalin.util.JavalinBindException e) {
            throw new IllegalStateException(
                    "can't listen on " + settings.host() + " port " + settings.port()
                            + ": another program does, or it is not allowed; choose another --port",
                    e);
        }
        return this;
    }

    /** The port that it listens on. */
    public int port() {
        return javalin.port();
    }

    /** Stops to listen; requests in flight may end, and are cut off if they take longer than the server waits. */
    @Override
    public void close() {
        try {
            javalin.stop();
        } catch (JavalinException e) {
            if (!(e.getCause() instanceof TimeoutException)) {
                throw e;
            }
            LOG.warn("requests that did not end within {} s were cut off", STOP.toSeconds());
        }
    }
}
