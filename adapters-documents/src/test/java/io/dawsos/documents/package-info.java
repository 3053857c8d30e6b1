/** Tests of files in. */
@org.jspecify.annotations.NullMarked
package io.dawsos.documents;
