/** Tests of the HTTP API over the ports in memory. */
@org.jspecify.annotations.NullMarked
package io.dawsos.web;
