/**
 * Files of other portfolio programs, and tables that a user describes, one class for each format. May use the package statement,
 * application and domain. The rules of the application judge what the readers find.
 */
@NullMarked
package io.dawsos.documents.program;

import org.jspecify.annotations.NullMarked;
