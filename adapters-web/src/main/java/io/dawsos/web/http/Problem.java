package io.dawsos.web.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * A problem document (RFC 9457).
 *
 * @param code a stable name for programs
 * @param title the same for every problem of the code
 * @param errors what is wrong in detail, each with field, reason and hint
 * @param retryAfter seconds after which the same request may succeed
 */
public record Problem(
        int status,
        String code,
        String title,
        String detail,
        List<Map<String, Object>> errors,
        OptionalInt retryAfter) {

    /** A problem without details. */
    public static Problem of(int status, String code, String title, String detail) {
        return new Problem(status, code, title, detail, List.of(), OptionalInt.empty());
    }

    /** The same with one detail. */
    public Problem with(String field, String reason, String hint) {
        return new Problem(status, code, title, detail, List.of(error(field, reason, hint)), retryAfter);
    }

    /** The same with details. */
    public Problem with(List<Map<String, Object>> details) {
        return new Problem(status, code, title, detail, details, retryAfter);
    }

    /** The same that may pass. */
    public Problem retryAfter(int seconds) {
        return new Problem(status, code, title, detail, errors, OptionalInt.of(seconds));
    }

    /** A detail. */
    public static Map<String, Object> error(String field, String reason, String hint) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("field", field);
        error.put("reason", reason);
        error.put("hint", hint);
        return error;
    }

    Map<String, Object> toDocument(String instance) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("type", "urn:dawsos:problem:" + code);
        document.put("title", title);
        document.put("status", status);
        document.put("code", code);
        document.put("detail", detail);
        document.put("instance", "urn:dawsos:request:" + instance);
        if (!errors.isEmpty()) {
            document.put("errors", errors);
        }
        return document;
    }
}
