/**
 * Agents: named owners of capabilities. An agent exists only with capabilities that work. May use capability.
 */
@NullMarked
package io.dawsos.domain.agent;

import org.jspecify.annotations.NullMarked;
