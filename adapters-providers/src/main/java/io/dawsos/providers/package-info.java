/**
 * Outbound HTTP to providers of market data, macro series, news and language models. No provider is connected yet: data
 * comes in through imports. Only this module may use an HTTP client.
 */
@NullMarked
package io.dawsos.providers;

import org.jspecify.annotations.NullMarked;
