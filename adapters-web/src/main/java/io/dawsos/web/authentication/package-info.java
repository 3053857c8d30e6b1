/**
 * Who is calling: password hashes, signed tokens and the brake on guessing. Knows nothing of portfolios. May use the identity
 * types of the domain.
 */
@NullMarked
package io.dawsos.web.authentication;

import org.jspecify.annotations.NullMarked;
