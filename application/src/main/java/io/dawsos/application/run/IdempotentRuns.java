package io.dawsos.application.run;

import io.dawsos.application.run.InvalidInputsException.InputProblem;
import io.dawsos.domain.execution.IdempotencyKeys;
import io.dawsos.domain.execution.IdempotencyKeys.Claim;
import io.dawsos.domain.execution.IdempotencyKeys.KeptAnswer;
import io.dawsos.domain.identity.AccessScope;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/** Runs patterns that change state, each request once: the same key and request give the answer that was given. */
final class IdempotentRuns {

    private final IdempotencyKeys keys;

    IdempotentRuns(IdempotencyKeys keys) {
        this.keys = keys;
    }

    /**
     * Gives the answer that was given under the request's key, or makes it.
     *
     * @param run makes it, and sets the flag as soon as a step that changes state begins
     * @throws InvalidInputsException if the request has no key
     * @throws IdempotencyConflictException if the key was used for another request, or its run has begun and not been answered
     */
    Answer answer(ExecutionRequest request, Prepared prepared, Function<AtomicBoolean, Answer> run) {
        String key = request.idempotencyKey()
                .orElseThrow(
                        () -> new InvalidInputsException(
                                List.of(
                                        new InputProblem(
                                                "Idempotency-Key",
                                                "the pattern changes state, and the request has no key",
                                                "send a header Idempotency-Key with a text of your own, the same when you send the request again"))));
        AccessScope scope = AccessScope.of(request.user());
        String hash = hash(request, prepared);
        Claim claim = keys.claim(scope, key, hash);
        if (claim instanceof Claim.Answered answered) {
            refuseOther(key, answered.request(), hash);
            return new Answer(
                    answered.answer().json().getBytes(StandardCharsets.UTF_8),
                    answered.answer().resultHash());
        }
        if (claim instanceof Claim.Open open) {
            refuseOther(key, open.request(), hash);
            throw new IdempotencyConflictException(
                    IdempotencyConflictException.Reason.UNDER_WAY,
                    "a run with the key " + key + " began at " + open.since() + " and has not been answered");
        }
        AtomicBoolean changed = new AtomicBoolean();
        try {
            Answer answer = run.apply(changed);
            keys.answer(
                    scope, key, new KeptAnswer(new String(answer.json(), StandardCharsets.UTF_8), answer.resultHash()));
            return answer;
        } catch (RuntimeException | Error e) {
            if (!changed.get()) {
                keys.release(scope, key);
            }
            throw e;
        }
    }

    private static void refuseOther(String key, String before, String now) {
        if (!before.equals(now)) {
            throw new IdempotencyConflictException(
                    IdempotencyConflictException.Reason.OTHER_REQUEST,
                    "the key " + key + " was used for another request");
        }
    }

    private static String hash(ExecutionRequest request, Prepared prepared) {
        String all = prepared.pattern().id() + "\n" + prepared.canonicalInputs() + "\n"
                + prepared.view().name() + "\n" + request.pack() + "\n" + request.asOf();
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
