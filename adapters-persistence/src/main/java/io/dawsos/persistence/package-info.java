/**
 * The database behind the ports: one pool, migrations and Jdbi implementations, wired by the one private module. Nothing
 * of JDBC leaves this module.
 */
@NullMarked
package io.dawsos.persistence;

import org.jspecify.annotations.NullMarked;
