package io.dawsos.domain.ledger;

import java.util.UUID;

/** The stable identity of a security; symbols and names change, this does not. */
public record SecurityId(UUID value) implements Comparable<SecurityId> {
    @Override
    public int compareTo(SecurityId other) {
        return value.toString().compareTo(other.value.toString());
    }
}
