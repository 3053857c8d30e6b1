package io.dawsos.domain.corporateaction;

import io.dawsos.domain.ledger.Security;

/** An event with its security as a pack describes it. */
public record ListedEvent(Security security, CorporateEvent event) {}
