package io.dawsos.web.routes;

import io.dawsos.application.run.Answer;
import io.dawsos.domain.pricing.PackId;
import io.dawsos.web.http.Problem;
import io.dawsos.web.http.ProblemException;
import io.javalin.http.Context;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;

/** Sends computed answers with their entity tag, and reads the parameters that all computed routes share. */
public final class Answers {

    private Answers() {}

    static void send(Context context, Answer answer) {
        context.header("ETag", answer.etag());
        context.header("Cache-Control", "private, no-cache");
        if (answer.etag().equals(context.header("If-None-Match"))) {
            context.status(304);
            return;
        }
        context.contentType("application/json");
        context.result(answer.json());
    }

    /** The pack that a text names; empty if there is no text. */
    public static Optional<PackId> pack(Optional<String> text) {
        return text.map(value -> {
            try {
                return new PackId(value);
            } catch (IllegalArgumentException e) {
                throw invalid("pack_id", value, "a pack's id such as PP_2026-11-25_1f0c9a4be2d7");
            }
        });
    }

    /** The date that a text names; empty if there is no text. */
    public static Optional<LocalDate> date(String name, Optional<String> text) {
        return text.map(value -> {
            try {
                return LocalDate.parse(value);
            } catch (DateTimeParseException e) {
                throw invalid(name, value, "a date such as 2026-11-25");
            }
        });
    }

    /** The identity that a text names; empty if there is no text. */
    public static Optional<UUID> uuid(String name, Optional<String> text) {
        return text.map(value -> {
            try {
                return UUID.fromString(value);
            } catch (IllegalArgumentException e) {
                throw invalid(name, value, "a UUID");
            }
        });
    }

    /** A whole number that is an input of a pattern, which has bounds of its own. */
    public static BigDecimal number(String name, String text) {
        if (!text.matches("-?\\d{1,9}")) {
            throw invalid(name, text, "a whole number");
        }
        return new BigDecimal(text);
    }

    /** The query parameter {@code limit}. */
    public static int limit(Context context, int standard, int most) {
        return query(context, "limit")
                .map(text -> {
                    if (!text.matches("\\d{1,6}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > most) {
                        throw invalid("limit", text, "a whole number from 1 to " + most);
                    }
                    return Integer.parseInt(text);
                })
                .orElse(standard);
    }

    /** The problem of a wrong parameter. */
    public static ProblemException invalid(String field, String found, String hint) {
        return new ProblemException(Problem.of(400, "invalid_parameter", "Invalid parameter", field + " is wrong")
                .with(field, "found " + found, hint));
    }

    /** A query parameter; empty if it is absent or has no text. */
    public static Optional<String> query(Context context, String name) {
        return Optional.ofNullable(context.queryParam(name)).filter(text -> !text.isEmpty());
    }
}
