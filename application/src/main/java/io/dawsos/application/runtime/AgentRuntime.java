package io.dawsos.application.runtime;

import io.dawsos.domain.agent.Agent;
import io.dawsos.domain.agent.AgentName;
import io.dawsos.domain.capability.Capability;
import io.dawsos.domain.capability.InvalidArgumentException;
import io.dawsos.domain.capability.Outcome;
import io.dawsos.domain.capability.RequestContext;
import io.dawsos.domain.deadline.Deadline;
import io.dawsos.domain.execution.StoreHealth;
import io.dawsos.domain.figure.Unavailable;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one registry of agents and their capabilities, immutable, and the way to call them. When the store is back after a loss, all
 * breakers close.
 */
public final class AgentRuntime {

    private static final Logger LOG = LoggerFactory.getLogger(AgentRuntime.class);
    /** The code of a step that failed by a fault of the program. */
    public static final String BUG = "internal_error";

    private static final int CONCURRENT_CALLS = 256;

    private final Map<String, RegisteredCapability> capabilities = new TreeMap<>();
    private final Map<AgentName, AgentGuard> guards = new TreeMap<>(java.util.Comparator.comparing(AgentName::value));
    private final Supplier<UUID> identities;

    /** @throws IllegalStateException if two agents have one name, or a capability is claimed twice */
    @Inject
    public AgentRuntime(Set<Agent> agents, StoreHealth store, Clock clock, Supplier<UUID> identities) {
        this.identities = identities;
        for (Agent agent : agents) {
            if (guards.put(agent.name(), new AgentGuard(agent, CONCURRENT_CALLS, clock, store)) != null) {
                throw new IllegalStateException("two agents are called " + agent.name());
            }
            for (Capability<?, ?> capability : agent.capabilities()) {
                RegisteredCapability before =
                        capabilities.put(capability.name().value(), new RegisteredCapability(agent.name(), capability));
                if (before != null) {
                    throw new IllegalStateException("the capability " + capability.name() + " is claimed by "
                            + before.agent() + " and by " + agent.name());
                }
            }
        }
        store.onRecovery(() -> guards.values().forEach(AgentGuard::reset));
    }

    /** Finds a capability by its name. */
    public Optional<RegisteredCapability> capability(String name) {
        return Optional.ofNullable(capabilities.get(name));
    }

    /** All capabilities, by name. */
    public List<RegisteredCapability> capabilities() {
        return List.copyOf(capabilities.values());
    }

    /** The names of all capabilities. */
    public Set<String> capabilityNames() {
        return Set.copyOf(capabilities.keySet());
    }

    /** All agents as they are now. */
    public List<AgentState> agents() {
        return guards.values().stream().map(AgentGuard::state).toList();
    }

    /** Closes the breaker of an agent; false if there is no such agent. */
    public boolean reset(String agent) {
        Optional<AgentGuard> guard = guards.entrySet().stream()
                .filter(entry -> entry.getKey().value().equals(agent))
                .map(Map.Entry::getValue)
                .findFirst();
        guard.ifPresent(AgentGuard::reset);
        return guard.isPresent();
    }

    /**
     * Calls a capability. A bug in it is an outcome that names an id in the log, and no reason to switch the agent off.
     *
     * @throws RunRefusedException if it can't be served now
     * @throws InvalidArgumentException if an argument is wrong
     * @throws Deadline.CancelledException if the run is to stop
     */
    public Outcome<?> call(RegisteredCapability capability, RequestContext context, Record arguments) {
        AgentGuard guard = java.util.Objects.requireNonNull(guards.get(capability.agent()));
        try {
            return guard.call(() -> {
                context.deadline().check();
                return invoke(capability.capability(), context, arguments);
            });
        } catch (AgentUnavailableException e) {
            return Outcome.unavailable(e.reason());
        } catch (RunRefusedException | InvalidArgumentException | Deadline.CancelledException e) {
            throw e;
        } catch (RuntimeException e) {
            String id = identities.get().toString();
            LOG.error("{} failed, error id {}", capability.name(), id, e);
            return Outcome.unavailable(new Unavailable(
                    BUG,
                    capability.name() + " failed by a fault of this program, error id " + id,
                    "report the error id to the operator of this server"));
        }
    }

    private static <A extends Record, R extends Record> Outcome<R> invoke(
            Capability<A, R> capability, RequestContext context, Record arguments) {
        return capability.function().invoke(context, capability.arguments().cast(arguments));
    }
}
