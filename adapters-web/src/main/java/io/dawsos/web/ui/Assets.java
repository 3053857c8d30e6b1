package io.dawsos.web.ui;

import io.dawsos.web.http.Endpoint;
import io.dawsos.web.http.Endpoint.Access;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Static files of pages. Their address names their content, so that browsers may keep them. */
final class Assets implements Endpoint.Group {

    private static final String LIBRARIES = "/META-INF/resources/webjars/";
    private static final Map<String, String> FILES = new TreeMap<>(Map.of(
            "ui.css", "/ui/ui.css",
            "ui.js", "/ui/ui.js",
            "chart.js", "/ui/chart.js",
            "import.js", "/ui/import.js",
            "icon.svg", "/ui/icon.svg",
            "htmx.js", LIBRARIES + "htmx.org/2.0.10/dist/htmx.min.js",
            "uplot.js", LIBRARIES + "uplot/1.6.30/dist/uPlot.iife.min.js",
            "uplot.css", LIBRARIES + "uplot/1.6.30/dist/uPlot.min.css"));

    private final Map<String, byte[]> contents = new TreeMap<>();
    private final String prefix;

    @Inject
    Assets() {
        MessageDigest digest = sha256();
        FILES.forEach((name, resource) -> {
            byte[] content = read(resource);
            contents.put(name, content);
            digest.update(content);
        });
        this.prefix = "/assets/" + HexFormat.of().formatHex(digest.digest(), 0, 8) + "/";
    }

    /** The address that the files lie under. */
    String prefix() {
        return prefix;
    }

    @Override
    public List<Endpoint> endpoints() {
        return List.of(Endpoint.get("/assets/{version}/{name}", "A static file of pages", Map.of(), this::send)
                .forCallers(Access.PUBLIC)
                .notJson());
    }

    private void send(Context context) {
        String name = context.pathParam("name");
        byte[] content = contents.get(name);
        if (content == null || !context.path().equals(prefix + name)) {
            throw new NotFoundResponse();
        }
        context.contentType(type(name));
        context.header("Cache-Control", "public, max-age=31536000, immutable");
        context.result(content);
    }

    private static String type(String name) {
        return name.endsWith(".css")
                ? "text/css; charset=utf-8"
                : name.endsWith(".svg") ? "image/svg+xml" : "text/javascript; charset=utf-8";
    }

    private static byte[] read(String resource) {
        try (InputStream content = Assets.class.getResourceAsStream(resource)) {
            if (content == null) {
                throw new IllegalStateException("the file " + resource + " is not in the program");
            }
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
