/**
 * What every implementation of a port must do, one class for each port. Run against the ports in memory here and against PostgreSQL
 * in the persistence adapter. What only a database can promise is tested there.
 */
@NullMarked
package io.dawsos.application.contract;

import org.jspecify.annotations.NullMarked;
