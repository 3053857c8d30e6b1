package io.dawsos.domain.ledger;

import java.util.UUID;

/** The stable identity of a security; symbols and names change, this does not. */
public record SecurityId(UUID value) implements Comparable<SecurityId> {
    /** The order of the texts of the identities. */
    @Override
    public int compareTo(SecurityId other) {
        int high = Long.compareUnsigned(value.getMostSignificantBits(), other.value.getMostSignificantBits());
        return high != 0
                ? high
                : Long.compareUnsigned(value.getLeastSignificantBits(), other.value.getLeastSignificantBits());
    }
}
