package io.dawsos.application.pattern;

import io.dawsos.application.pattern.Expression.Relocation;
import io.dawsos.application.runtime.RegisteredCapability;
import io.dawsos.domain.figure.Figure;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One step of a compiled pattern. Immutable. */
public final class Step {

    private final String name;
    private final RegisteredCapability capability;
    private final Arguments arguments;
    private final StepPolicy policy;
    private final Set<Integer> after;
    private final Optional<Guard> guard;
    private final Set<Integer> waitsFor;

    /**
     * Whether a step is to run.
     *
     * @param text as it is written
     */
    record Guard(Condition condition, String text) {}

    /** @param after steps that must have ended before, beside those that are read */
    Step(
            String name,
            RegisteredCapability capability,
            Arguments arguments,
            StepPolicy policy,
            Set<Integer> after,
            Optional<Guard> guard) {
        this.name = name;
        this.capability = capability;
        this.arguments = arguments;
        this.policy = policy;
        this.after = Set.copyOf(after);
        this.guard = guard;
        Set<Integer> before = new HashSet<>(after);
        arguments.collectSteps(before);
        guard.ifPresent(condition -> condition.condition().collectSteps(before));
        policy.fallback().ifPresent(fallback -> {
            if (fallback instanceof StepPolicy.Fallback.Other other) {
                other.arguments().collectSteps(before);
            }
        });
        this.waitsFor = Set.copyOf(before);
    }

    /** The name under which later steps and outputs know it; {@code outer/inner} if it comes from an inlined pattern. */
    public String name() {
        return name;
    }

    /** What it calls. */
    public RegisteredCapability capability() {
        return capability;
    }

    /** What it is called with. */
    public Arguments arguments() {
        return arguments;
    }

    /** What is to happen if it gives nothing. */
    public StepPolicy policy() {
        return policy;
    }

    /** The indexes of the steps that must have ended before it. */
    public Set<Integer> waitsFor() {
        return waitsFor;
    }

    /** The text of its condition. */
    public Optional<String> condition() {
        return guard.map(Guard::text);
    }

    /** Whether it is to run; missing if its condition can't be evaluated. */
    public Figure<Boolean> decide(RunValues run) {
        return guard.isPresent() ? guard.get().condition().decide(run) : Figure.known(true);
    }

    /** The same step inside a pattern that holds its own under a name. */
    Step moved(String holder, Relocation relocation, boolean optional, Set<Integer> afterToo, Optional<Guard> outer) {
        Optional<Guard> inner = guard.map(own -> new Guard(own.condition().moved(relocation), own.text()));
        Set<Integer> shifted = new HashSet<>(afterToo);
        after.forEach(step -> shifted.add(step + relocation.offset()));
        return new Step(
                holder + "/" + name,
                capability,
                arguments.moved(relocation),
                moved(policy, relocation).orOptional(optional),
                shifted,
                outer.isPresent() && inner.isPresent()
                        ? Optional.of(both(outer.get(), inner.get()))
                        : outer.or(() -> inner));
    }

    private static Guard both(Guard outer, Guard inner) {
        List<Condition> parts = new ArrayList<>(List.of(outer.condition(), inner.condition()));
        return new Guard(new Condition.Joined(true, parts), "(" + outer.text() + ") and (" + inner.text() + ")");
    }

    private static StepPolicy moved(StepPolicy policy, Relocation relocation) {
        return new StepPolicy(
                policy.optional(),
                policy.timeout(),
                policy.retry(),
                policy.fallback()
                        .map(fallback -> fallback instanceof StepPolicy.Fallback.Other other
                                ? new StepPolicy.Fallback.Other(
                                        other.capability(), other.arguments().moved(relocation))
                                : fallback));
    }
}
