package io.dawsos.application.pattern;

import io.dawsos.application.pattern.StepPolicy.Fallback;
import io.dawsos.application.pattern.StepPolicy.Retry;
import io.dawsos.application.runtime.AgentRuntime;
import io.dawsos.application.runtime.RegisteredCapability;
import io.dawsos.domain.capability.CapabilityKind;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compiles what a step says of timeouts, retries and fallbacks. */
final class PolicyCompiler {

    private static final int MOST_ATTEMPTS = 10;
    private static final Set<String> RETRY_MEMBERS = Set.of("attempts", "backoff_ms", "max_backoff_ms");
    private static final Set<String> FALLBACK_MEMBERS = Set.of("value", "capability", "args");

    private final AgentRuntime runtime;
    private final PatternProblems problems;
    private final Duration deadline;

    PolicyCompiler(AgentRuntime runtime, PatternProblems problems, Duration deadline) {
        this.runtime = runtime;
        this.problems = problems;
        this.deadline = deadline;
    }

    /** The policy of a step that calls a pattern, which may only be optional. */
    StepPolicy inlined(Map<String, Located> members, String step) {
        for (String refused : new String[] {"timeout_ms", "retry", "fallback"}) {
            Located place = members.get(refused);
            if (place != null) {
                problems.error(
                        "not_on_pattern",
                        place,
                        Optional.of(step),
                        "a step that calls a pattern has no \"" + refused + "\": give it to the steps of that pattern");
            }
        }
        return StepPolicy.PLAIN.orOptional(truth(members.get("optional"), step));
    }

    StepPolicy policy(
            Map<String, Located> members, String step, RegisteredCapability capability, ValueCompiler values) {
        return new StepPolicy(
                truth(members.get("optional"), step),
                timeout(members.get("timeout_ms"), step),
                retry(members.get("retry"), step, capability),
                fallback(members.get("fallback"), step, capability, values));
    }

    private boolean truth(@Nullable Located place, String step) {
        if (place == null) {
            return false;
        }
        if (!(place.value() instanceof Boolean truth)) {
            problems.error("schema", place, Optional.of(step), "expected true or false, found " + place.kind());
            return false;
        }
        return truth;
    }

    private Optional<Duration> timeout(@Nullable Located place, String step) {
        Optional<Duration> timeout = place == null ? Optional.empty() : millis(place, step, 1);
        if (timeout.filter(time -> time.compareTo(deadline) > 0).isPresent()) {
            problems.error(
                    "timeout_over_deadline",
                    java.util.Objects.requireNonNull(place),
                    Optional.of(step),
                    "a step may not take longer than a run, which may take " + deadline.toMillis() + " ms");
        }
        return timeout;
    }

    private Optional<Duration> millis(Located place, String step, int least) {
        return whole(place, step, least, 86_400_000).map(Duration::ofMillis);
    }

    private Optional<Integer> whole(Located place, String step, int least, int most) {
        try {
            int number = ((BigDecimal) java.util.Objects.requireNonNull(place.value())).intValueExact();
            if (number >= least && number <= most) {
                return Optional.of(number);
            }
        } catch (ClassCastException | ArithmeticException | NullPointerException e) {
            // The same message tells what was expected.
        }
        problems.error(
                "schema",
                place,
                Optional.of(step),
                "expected a whole number from " + least + " to " + most + ", found " + place.kind());
        return Optional.empty();
    }

    private Optional<Retry> retry(@Nullable Located place, String step, RegisteredCapability capability) {
        if (place == null) {
            return Optional.empty();
        }
        Map<String, Located> members = problems.object(place, Optional.of(step));
        problems.refuseUnknown(members, RETRY_MEMBERS, Optional.of(step));
        if (capability.kind() == CapabilityKind.WRITE) {
            problems.error(
                    "write_with_retry",
                    place,
                    Optional.of(step),
                    capability.name() + " changes state and is never tried again by itself");
        } else if (!capability.retryable()) {
            problems.error(
                    "not_retryable",
                    place,
                    Optional.of(step),
                    capability.name()
                            + " gives the same answer again: only what asks the world outside can be retried");
        }
        Located attempts = members.get("attempts");
        if (attempts == null) {
            problems.error("missing_member", place, Optional.of(step), "the retry has no member \"attempts\"");
            return Optional.empty();
        }
        Optional<Integer> count = whole(attempts, step, 2, MOST_ATTEMPTS);
        Duration backoff = Optional.ofNullable(members.get("backoff_ms"))
                .flatMap(given -> millis(given, step, 0))
                .orElse(Duration.ofMillis(100));
        Duration longest = Optional.ofNullable(members.get("max_backoff_ms"))
                .flatMap(given -> millis(given, step, 0))
                .orElse(Duration.ofSeconds(2));
        return count.map(number -> new Retry(number, backoff, longest));
    }

    private Optional<Fallback> fallback(
            @Nullable Located place, String step, RegisteredCapability capability, ValueCompiler values) {
        if (place == null) {
            return Optional.empty();
        }
        Map<String, Located> members = problems.object(place, Optional.of(step));
        problems.refuseUnknown(members, FALLBACK_MEMBERS, Optional.of(step));
        if (members.containsKey("value") == members.containsKey("capability")) {
            problems.error(
                    "missing_member",
                    place,
                    Optional.of(step),
                    "a fallback has either a \"value\" or a \"capability\"");
            return Optional.empty();
        }
        Located written = members.get("value");
        return written != null
                ? written(written, step, capability, values)
                : other(place, members, step, capability, values);
    }

    private Optional<Fallback> written(
            Located place, String step, RegisteredCapability capability, ValueCompiler values) {
        RecordExpression value = values.record(
                place,
                problems.object(place, Optional.of(step)),
                capability.resultShape(),
                "the result of " + capability.name());
        boolean constant = value.components().stream()
                .allMatch(part -> part instanceof Expression.Constant || part instanceof Expression.Nothing);
        if (!constant) {
            problems.error(
                    "bad_fallback",
                    place,
                    Optional.of(step),
                    "the value of a fallback is written out, without references");
            return Optional.empty();
        }
        return value.evaluate(NoValues.INSTANCE) instanceof Value.Present present
                ? Optional.of(new Fallback.Written((Record) present.value()))
                : Optional.empty();
    }

    private Optional<Fallback> other(
            Located place,
            Map<String, Located> members,
            String step,
            RegisteredCapability capability,
            ValueCompiler values) {
        Located named = java.util.Objects.requireNonNull(members.get("capability"));
        String name = problems.text(named, Optional.of(step));
        Optional<RegisteredCapability> other = runtime.capability(name);
        if (other.isEmpty()) {
            problems.unknown(
                    "unknown_capability",
                    named,
                    Optional.of(step),
                    "no agent has a capability \"" + name + "\"",
                    name,
                    runtime.capabilityNames());
            return Optional.empty();
        }
        if (!other.get().resultShape().equals(capability.resultShape())) {
            problems.error(
                    "mistyped_fallback",
                    named,
                    Optional.of(step),
                    name + " gives another result than " + capability.name());
            return Optional.empty();
        }
        Map<String, Located> args = Optional.ofNullable(members.get("args"))
                .map(given -> problems.object(given, Optional.of(step)))
                .orElse(Map.of());
        return Optional.of(new Fallback.Other(
                other.get(),
                new Arguments(values.record(place, args, other.get().argumentShape(), name))));
    }
}
