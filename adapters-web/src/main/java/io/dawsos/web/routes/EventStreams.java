package io.dawsos.web.routes;

import io.dawsos.application.run.LiveRun;
import io.dawsos.application.run.LiveRun.Event;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Sends the events of a run as server-sent events: each with its id, a heartbeat while nothing happens, always a last one. */
final class EventStreams {

    private static final long HEARTBEAT_MILLIS = 10_000;

    private EventStreams() {}

    /** Whether a request asks for events. */
    static boolean wanted(Context context) {
        String accept = context.header("Accept");
        return "true".equals(context.queryParam("stream")) || (accept != null && accept.contains("text/event-stream"));
    }

    /** The id of the last event that the client has; 0 if it has none. */
    static long lastEvent(Context context) {
        String last = context.header("Last-Event-ID");
        String text = last != null ? last : context.queryParam("after");
        if (text == null) {
            return 0;
        }
        try {
            return Math.max(0, Long.parseLong(text));
        } catch (NumberFormatException e) {
            throw Answers.invalid("after", text, "the id of an event");
        }
    }

    /**
     * Sends the events after one, until the last.
     *
     * @return false if the client went away before
     */
    static boolean send(Context context, LiveRun run, long after) {
        context.contentType("text/event-stream");
        context.header("Cache-Control", "no-store");
        context.header("X-Accel-Buffering", "no");
        long last = after;
        try {
            OutputStream out = context.res().getOutputStream();
            while (true) {
                boolean over = run.over();
                List<Event> events = run.awaitAfter(last, HEARTBEAT_MILLIS);
                for (Event event : events) {
                    out.write(("id: " + event.id() + "\nevent: " + event.name() + "\ndata: " + event.json() + "\n\n")
                            .getBytes(StandardCharsets.UTF_8));
                    last = event.id();
                }
                if (events.isEmpty()) {
                    if (over) {
                        return true;
                    }
                    out.write(":\n\n".getBytes(StandardCharsets.UTF_8));
                }
                out.flush();
            }
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
