/** Published right answers run against the ledger, valuation and returns. */
@org.jspecify.annotations.NullUnmarked
package io.dawsos.domain.cases;
