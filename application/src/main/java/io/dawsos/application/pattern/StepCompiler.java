package io.dawsos.application.pattern;

import io.dawsos.application.pattern.ReferenceScope.Made;
import io.dawsos.application.runtime.AgentRuntime;
import io.dawsos.application.runtime.RegisteredCapability;
import io.dawsos.application.shape.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Compiles the steps of one document, in their order, so that a step sees only earlier ones. */
final class StepCompiler {

    private static final Set<String> MEMBERS = Set.of(
            "capability",
            "pattern",
            "version",
            "args",
            "as",
            "when",
            "condition",
            "optional",
            "timeout_ms",
            "retry",
            "fallback",
            "after",
            "description");

    private final AgentRuntime runtime;
    private final PatternProblems problems;
    private final ReferenceScope scope;
    private final PolicyCompiler policies;
    private final PatternInliner inliner;
    private final List<Step> steps = new ArrayList<>();
    private final Map<String, Located> places = new HashMap<>();
    private final Map<String, Set<Integer>> indexes = new HashMap<>();

    StepCompiler(
            AgentRuntime runtime,
            PatternProblems problems,
            ReferenceScope scope,
            PolicyCompiler policies,
            PatternInliner inliner) {
        this.runtime = runtime;
        this.problems = problems;
        this.scope = scope;
        this.policies = policies;
        this.inliner = inliner;
    }

    /** The steps so far, those of inlined patterns among them. */
    List<Step> steps() {
        return steps;
    }

    /** Where each name was given. */
    Map<String, Located> places() {
        return places;
    }

    /** Compiles the next step. */
    void compile(Located place) {
        Map<String, Located> members = problems.object(place, Optional.empty());
        Optional<String> name = text(place, members, "as", Optional.empty());
        problems.refuseUnknown(members, MEMBERS, name);
        if (name.isEmpty()) {
            return;
        }
        boolean mine = claim(java.util.Objects.requireNonNull(members.get("as")), name.get());
        int first = steps.size();
        Made made = step(place, members, name.get());
        if (mine) {
            scope.add(name.get(), made);
            Set<Integer> own = new HashSet<>();
            for (int i = first; i < steps.size(); i++) {
                own.add(i);
            }
            indexes.put(name.get(), own);
        }
    }

    private Optional<String> text(Located place, Map<String, Located> members, String member, Optional<String> step) {
        Located text = members.get(member);
        if (text == null) {
            problems.error("missing_member", place, step, "the step has no member \"" + member + "\"");
            return Optional.empty();
        }
        return Optional.of(problems.text(text, step)).filter(found -> !found.isEmpty());
    }

    private boolean claim(Located place, String name) {
        if (name.equals("inputs") || name.equals("ctx")) {
            problems.error("shadowed_name", place, Optional.of(name), "a step can't be called \"" + name + "\"");
            return false;
        }
        if (!name.matches("[a-z][a-z0-9_]*")) {
            problems.error(
                    "bad_name", place, Optional.of(name), "expected a name of a-z, 0-9 and _, found \"" + name + "\"");
        }
        Located first = places.putIfAbsent(name, place);
        if (first != null) {
            problems.error(
                    "duplicate_name",
                    place,
                    Optional.of(name),
                    "another step is called \"" + name + "\" at line " + first.line());
        }
        return first == null;
    }

    private Made step(Located place, Map<String, Located> members, String name) {
        Optional<Step.Guard> guard = guard(place, members, name);
        Set<Integer> guarded = new HashSet<>();
        guard.ifPresent(condition -> condition.condition().collectSteps(guarded));
        ValueCompiler values = new ValueCompiler(problems, scope, name, names(guarded));
        Map<String, Located> args = Optional.ofNullable(members.get("args"))
                .map(given -> problems.object(given, Optional.of(name)))
                .orElse(Map.of());
        Set<Integer> after = after(members, name);
        if (members.containsKey("capability") == members.containsKey("pattern")) {
            problems.error(
                    "missing_member",
                    place,
                    Optional.of(name),
                    "a step has either a \"capability\" or a \"pattern\" to call");
            return new Made.Unknown();
        }
        if (members.containsKey("pattern")) {
            boolean optional = policies.inlined(members, name).optional();
            return inliner.inline(
                    new PatternInliner.Call(place, members, name, args, values, optional, after, guard), steps);
        }
        Optional<RegisteredCapability> capability = text(place, members, "capability", Optional.of(name))
                .flatMap(called -> capability(members, called, name));
        if (capability.isEmpty()) {
            return new Made.Unknown();
        }
        Arguments arguments = new Arguments(values.record(
                place,
                args,
                capability.get().argumentShape(),
                capability.get().name().value()));
        StepPolicy policy = policies.policy(members, name, capability.get(), values);
        steps.add(new Step(name, capability.get(), arguments, policy, after, guard));
        return new Made.Result(
                steps.size() - 1, new Shape.RecordOf(capability.get().resultShape()), guard.isPresent());
    }

    private Set<String> names(Set<Integer> read) {
        Set<String> names = new HashSet<>();
        indexes.forEach((name, own) -> {
            if (own.stream().anyMatch(read::contains)) {
                names.add(name);
            }
        });
        return names;
    }

    private Optional<RegisteredCapability> capability(Map<String, Located> members, String called, String step) {
        Optional<RegisteredCapability> capability = runtime.capability(called);
        if (capability.isEmpty()) {
            problems.unknown(
                    "unknown_capability",
                    java.util.Objects.requireNonNull(members.get("capability")),
                    Optional.of(step),
                    "no agent has a capability \"" + called + "\"",
                    called,
                    runtime.capabilityNames());
        }
        return capability;
    }

    private Optional<Step.Guard> guard(Located place, Map<String, Located> members, String name) {
        Located when = members.get("when");
        Located condition = members.get("condition");
        if (when != null && condition != null) {
            problems.error(
                    "duplicate_condition",
                    place,
                    Optional.of(name),
                    "\"when\" and \"condition\" are the same: give one of them");
        }
        Located written = when != null ? when : condition;
        if (written == null) {
            return Optional.empty();
        }
        return new ConditionCompiler(problems, scope, name, written)
                .compile()
                .map(compiled -> new Step.Guard(compiled, written.asText().orElse("")));
    }

    private Set<Integer> after(Map<String, Located> members, String step) {
        Set<Integer> after = new HashSet<>();
        Located list = members.get("after");
        if (list == null) {
            return after;
        }
        for (Located item : problems.array(list, Optional.of(step))) {
            String name = problems.text(item, Optional.of(step));
            Set<Integer> own = indexes.get(name);
            if (own == null) {
                problems.unknown(
                        "unknown_step",
                        item,
                        Optional.of(step),
                        "no earlier step is called \"" + name + "\"",
                        name,
                        scope.stepNames());
            } else {
                scope.use(name);
                after.addAll(own);
            }
        }
        return after;
    }
}
