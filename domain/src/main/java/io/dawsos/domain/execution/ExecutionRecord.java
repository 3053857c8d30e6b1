package io.dawsos.domain.execution;

import io.dawsos.domain.identity.UserId;
import io.dawsos.domain.ledger.LedgerHash;
import io.dawsos.domain.ledger.PortfolioId;
import io.dawsos.domain.pricing.PackId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What the log keeps of one run: enough to name it, find it and run it again.
 *
 * @param user in whose name it ran
 * @param pattern the pattern's id
 * @param patternHash the SHA-256 of the pattern's document
 * @param view how the data were laid out
 * @param inputsJson the validated inputs as canonical JSON
 * @param resultHash the SHA-256 of the canonical result
 * @param traceJson the compact trace
 * @param startedAt in UTC, to the microsecond
 */
public record ExecutionRecord(
        UUID id,
        UserId user,
        String pattern,
        String patternHash,
        String engineVersion,
        String view,
        String inputsJson,
        Optional<PortfolioId> portfolio,
        Optional<PackId> pack,
        Optional<LedgerHash> ledgerHead,
        String outcome,
        String resultHash,
        String traceJson,
        Instant startedAt,
        long durationMicros) {}
