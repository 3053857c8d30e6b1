package io.dawsos.application.corporateaction;

import io.dawsos.domain.agent.Agent;
import io.dawsos.domain.agent.AgentName;
import io.dawsos.domain.capability.Capability;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;

/** The agent that answers for what the world announces about securities. */
public final class DataHarvester {

    private final List<Capability<?, ?>> capabilities;

    @Inject
    DataHarvester(EventCapabilities events, CorporateActionCapabilities actions) {
        this.capabilities =
                Stream.of(events.all(), actions.all()).flatMap(List::stream).toList();
    }

    /** The agent with its capabilities. */
    public Agent agent() {
        return new Agent(
                new AgentName("data_harvester"),
                "Announced corporate events and what they mean for a portfolio",
                capabilities);
    }
}
