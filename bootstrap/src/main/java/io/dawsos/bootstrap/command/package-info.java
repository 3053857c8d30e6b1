/**
 * The command line: one class for each command, and what they share. Commands parse options and print; the work is done by
 * the server and the application's use cases.
 */
@NullMarked
package io.dawsos.bootstrap.command;

import org.jspecify.annotations.NullMarked;
