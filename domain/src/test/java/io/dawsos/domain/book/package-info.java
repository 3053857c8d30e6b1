/** What tests write ledgers and markets down with. */
@org.jspecify.annotations.NullUnmarked
package io.dawsos.domain.book;
