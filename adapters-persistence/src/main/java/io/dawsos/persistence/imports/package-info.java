/**
 * Mappings of imports in PostgreSQL. One row is one saying, and the newest of each counts. May use the pool's gateway.
 */
@NullMarked
package io.dawsos.persistence.imports;

import org.jspecify.annotations.NullMarked;
