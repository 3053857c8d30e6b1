/** Tests of the server itself, over routes made for them. They use the loopback interface only. */
@NullMarked
package io.dawsos.web.http;

import org.jspecify.annotations.NullMarked;
