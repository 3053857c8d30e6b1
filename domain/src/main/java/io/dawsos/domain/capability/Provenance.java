package io.dawsos.domain.capability;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Where a result comes from.
 *
 * @param sources such as {@code ledger}, {@code pack:PP_2026-11-25_1f0c9a4be2d7} or {@code fred:DGS3MO}, in order
 * @param asOf the date it holds for; empty if it holds for none
 * @param method how it was computed, by the name of its convention
 * @param version of the method
 * @param simulated whether it rests on the simulated universe
 */
public record Provenance(
        List<String> sources, Optional<LocalDate> asOf, String method, int version, boolean simulated) {

    public Provenance {
        sources = List.copyOf(sources);
    }
}
