/**
 * The HTTP API and pages on Javalin: routes, login, problem documents, OpenAPI. Translates between HTTP and the application's use
 * cases and computes nothing.
 */
@NullMarked
package io.dawsos.web;

import org.jspecify.annotations.NullMarked;
