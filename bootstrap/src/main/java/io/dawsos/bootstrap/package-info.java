/**
 * The program: command line, configuration, wiring and the one startup. Sees every module; nothing sees it.
 */
@NullMarked
package io.dawsos.bootstrap;

import org.jspecify.annotations.NullMarked;
