package io.dawsos.application.runtime;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;

/** Gauges of every agent: whether its breaker lets calls through, failed calls among the last, and free places. */
public final class AgentMetrics {

    /** Registers the gauges. */
    @Inject
    public AgentMetrics(AgentRuntime runtime, MeterRegistry meters) {
        for (AgentState agent : runtime.agents()) {
            Gauge.builder(
                            "dawsos.agent.breaker.open",
                            () -> state(runtime, agent).breaker().equals("open") ? 1 : 0)
                    .tag("agent", agent.name())
                    .description("1 while the agent is switched off")
                    .register(meters);
            Gauge.builder(
                            "dawsos.agent.breaker.failures",
                            () -> state(runtime, agent).failures())
                    .tag("agent", agent.name())
                    .description("failed calls among the last five")
                    .register(meters);
            Gauge.builder(
                            "dawsos.agent.bulkhead.free",
                            () -> state(runtime, agent).freePlaces())
                    .tag("agent", agent.name())
                    .description("calls that would find a place at once")
                    .register(meters);
        }
    }

    private static AgentState state(AgentRuntime runtime, AgentState agent) {
        return runtime.agents().stream()
                .filter(now -> now.name().equals(agent.name()))
                .findFirst()
                .orElseThrow();
    }
}
