/**
 * Copies of the whole database through COPY, into one archive and back. It works in single transactions over the one gateway. The
 * form of the archive is described at {@code JdbiStoreArchive}.
 */
@NullMarked
package io.dawsos.persistence.backup;

import org.jspecify.annotations.NullMarked;
