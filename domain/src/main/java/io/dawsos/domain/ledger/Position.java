package io.dawsos.domain.ledger;

import java.math.BigDecimal;
import java.util.List;

/**
 * All open units of one security.
 *
 * @param quantity the sum of the lots' quantities; negative if sold short
 * @param lots open lots in the order in which they were opened
 */
public record Position(SecurityId security, BigDecimal quantity, List<Lot> lots) {
    public Position {
        lots = List.copyOf(lots);
    }

    /** Makes the position of some lots. */
    static Position of(SecurityId security, List<Lot> lots) {
        return new Position(security, lots.stream().map(Lot::quantity).reduce(BigDecimal.ZERO, BigDecimal::add), lots);
    }
}
