/**
 * The structural types of records: read once by reflection, then used to check, build and write values without it.
 */
@NullMarked
package io.dawsos.application.shape;

import org.jspecify.annotations.NullMarked;
