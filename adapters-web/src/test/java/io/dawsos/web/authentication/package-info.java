/** Tests of passwords and tokens. */
@org.jspecify.annotations.NullMarked
package io.dawsos.web.authentication;
