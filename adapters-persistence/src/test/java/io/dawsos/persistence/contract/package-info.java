/** The contracts of the ports, held by PostgreSQL. */
@NullMarked
package io.dawsos.persistence.contract;

import org.jspecify.annotations.NullMarked;
