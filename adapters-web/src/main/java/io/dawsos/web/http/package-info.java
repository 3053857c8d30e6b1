/**
 * What all routes share: how an endpoint is described, how errors become problem documents, and the server itself. Knows
 * Javalin; computes nothing.
 */
@NullMarked
package io.dawsos.web.http;

import org.jspecify.annotations.NullMarked;
