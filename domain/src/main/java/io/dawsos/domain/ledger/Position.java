package io.dawsos.domain.ledger;

import java.math.BigDecimal;
import java.util.List;

/**
 * All open lots of one security.
 *
 * @param lots in the order in which they were opened; none is empty
 */
public record Position(SecurityId security, List<Lot> lots) {

    public Position {
        lots = List.copyOf(lots);
    }

    /** Units open over all lots; negative if the position is short. */
    public BigDecimal quantity() {
        return lots.stream().map(Lot::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
