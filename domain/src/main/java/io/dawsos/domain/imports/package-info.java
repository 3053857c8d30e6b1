/**
 * What a user said once about statements of other programs, so that it need not be said again. Mappings are by user and format,
 * versioned and append-only. May use identity.
 */
@NullMarked
package io.dawsos.domain.imports;

import org.jspecify.annotations.NullMarked;
