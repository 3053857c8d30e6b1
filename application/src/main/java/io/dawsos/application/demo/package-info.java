/**
 * The simulated market: a documented generator with a fixed seed, its true parameters, and the demo portfolio. Everything
 * it makes lives in the simulated universe.
 */
@NullMarked
package io.dawsos.application.demo;

import org.jspecify.annotations.NullMarked;
