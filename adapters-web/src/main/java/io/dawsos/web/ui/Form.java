package io.dawsos.web.ui;

import io.dawsos.web.http.Problem;
import io.dawsos.web.http.ProblemException;
import io.javalin.http.Context;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The fields of a small form that a page sent. */
final class Form {

    private static final int LARGEST = 1 << 16;

    private final Map<String, String> fields = new LinkedHashMap<>();

    private Form(String body) {
        for (String pair : body.split("&", -1)) {
            int equal = pair.indexOf('=');
            if (equal > 0) {
                fields.putIfAbsent(decoded(pair.substring(0, equal)), decoded(pair.substring(equal + 1)));
            }
        }
    }

    /** Reads the request's body, which is small. */
    static Form of(Context context) {
        try {
            byte[] bytes = context.bodyInputStream().readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new ProblemException(
                        Problem.of(413, "body_too_large", "Form too large", "a form may have " + LARGEST + " bytes"));
            }
            return new Form(new String(bytes, StandardCharsets.US_ASCII));
        } catch (IOException | IllegalArgumentException e) {
            throw new ProblemException(
                    Problem.of(400, "broken_body", "Broken form", "the form could not be read as it was sent"));
        }
    }

    /** The text of a field; empty if it has none. */
    String text(String name) {
        return fields.getOrDefault(name, "");
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
