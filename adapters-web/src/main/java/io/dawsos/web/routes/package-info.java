/**
 * The routes, one class for each subject: each reads a request, calls a use case or runs a pattern, and writes the answer.
 * Computed numbers come from patterns only.
 */
@NullMarked
package io.dawsos.web.routes;

import org.jspecify.annotations.NullMarked;
