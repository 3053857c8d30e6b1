package io.dawsos.web.http;

import io.javalin.http.Context;

/** Shows a problem to a person, where a program would get a problem document. */
public interface ProblemPage {

    /** Answers with a page; the status is set. */
    void show(Context context, Problem problem, String requestId);
}
