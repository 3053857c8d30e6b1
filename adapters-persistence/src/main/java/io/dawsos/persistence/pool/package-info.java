/**
 * The one connection pool, the monitor that tells busy from lost, and the migrations that run on it. The type DataSource
 * ends here.
 */
@NullMarked
package io.dawsos.persistence.pool;

import org.jspecify.annotations.NullMarked;
