package io.dawsos.web.http;

import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A route with all that the server and its documentation need to know.
 *
 * @param path with parameters in braces
 * @param access who may call it
 * @param parameters query parameters by name, with what they mean
 * @param body the JSON Schema of the request's body; empty if it takes none
 * @param answer the JSON Schema of the answer; empty if it is not JSON
 * @param status of a good answer
 */
public record Endpoint(
        HandlerType method,
        String path,
        String summary,
        Access access,
        Map<String, String> parameters,
        Optional<Map<String, Object>> body,
        Optional<Map<String, Object>> answer,
        int status,
        Handler handler) {

    /** Who may call an endpoint. */
    public enum Access {
        PUBLIC,
        /** With a bearer token. */
        USER,
        /** With a bearer token of an administrator. */
        ADMIN,
        /** A page, for anybody. */
        VISITOR,
        /** A page, for who is logged in. */
        SESSION;

        /** Whether it is a page for people, not a part of the API. */
        public boolean page() {
            return this == VISITOR || this == SESSION;
        }
    }

    /** A reading endpoint for users. */
    public static Endpoint get(String path, String summary, Map<String, Object> answer, Handler handler) {
        return new Endpoint(
                HandlerType.GET,
                path,
                summary,
                Access.USER,
                Map.of(),
                Optional.empty(),
                Optional.of(answer),
                200,
                handler);
    }

    /** A writing endpoint for users. */
    public static Endpoint post(
            String path, String summary, Map<String, Object> body, Map<String, Object> answer, Handler handler) {
        return new Endpoint(
                HandlerType.POST,
                path,
                summary,
                Access.USER,
                Map.of(),
                Optional.of(body),
                Optional.of(answer),
                200,
                handler);
    }

    /** An endpoint for users that replaces what is at its address. */
    public static Endpoint put(
            String path, String summary, Map<String, Object> body, Map<String, Object> answer, Handler handler) {
        return new Endpoint(
                HandlerType.PUT,
                path,
                summary,
                Access.USER,
                Map.of(),
                Optional.of(body),
                Optional.of(answer),
                200,
                handler);
    }

    /** An endpoint for users that removes what is at its address, or ends it. */
    public static Endpoint delete(String path, String summary, Map<String, Object> answer, Handler handler) {
        return new Endpoint(
                HandlerType.DELETE,
                path,
                summary,
                Access.USER,
                Map.of(),
                Optional.empty(),
                Optional.of(answer),
                200,
                handler);
    }

    /** A page for who is logged in. */
    public static Endpoint page(String path, String summary, Handler handler) {
        return get(path, summary, Map.of(), handler).forCallers(Access.SESSION).notJson();
    }

    /** What a form of a page is sent to. */
    public static Endpoint form(String path, String summary, Handler handler) {
        return post(path, summary, Map.of(), Map.of(), handler)
                .forCallers(Access.SESSION)
                .notJson();
    }

    /** The same with query parameters. */
    public Endpoint with(Map<String, String> query) {
        return new Endpoint(method, path, summary, access, query, body, answer, status, handler);
    }

    /** The same for other callers. */
    public Endpoint forCallers(Access callers) {
        return new Endpoint(method, path, summary, callers, parameters, body, answer, status, handler);
    }

    /** The same with another status of a good answer. */
    public Endpoint answering(int goodStatus) {
        return new Endpoint(method, path, summary, access, parameters, body, answer, goodStatus, handler);
    }

    /** The same whose answer is not JSON. */
    public Endpoint notJson() {
        return new Endpoint(method, path, summary, access, parameters, body, Optional.empty(), status, handler);
    }

    /** A group of endpoints. */
    public interface Group {
        /** All endpoints of the group. */
        List<Endpoint> endpoints();
    }
}
