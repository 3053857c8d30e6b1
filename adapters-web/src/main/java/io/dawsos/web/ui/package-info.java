/**
 * Pages for people: rendered here from templates that the build compiles, with a session in a cookie. A page that shows computed
 * numbers runs a pattern, as the API does. Uses the application, {@code web.routes}, {@code web.http} and {@code web.authentication}.
 */
@NullMarked
package io.dawsos.web.ui;

import org.jspecify.annotations.NullMarked;
