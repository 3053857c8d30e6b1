/**
 * What readers of statements share: delimited text, numbers and dates as programs write them, and drafts of rows. Says nothing
 * about any one format. May use application and domain.
 */
@NullMarked
package io.dawsos.documents.statement;

import org.jspecify.annotations.NullMarked;
