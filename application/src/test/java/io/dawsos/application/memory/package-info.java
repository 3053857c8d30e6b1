/**
 * The ports in memory, by the same rules as the database, for tests. All of one module share one store. Travels as the test-jar.
 */
@NullMarked
package io.dawsos.application.memory;

import org.jspecify.annotations.NullMarked;
