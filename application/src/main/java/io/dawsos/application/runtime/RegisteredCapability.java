package io.dawsos.application.runtime;

import io.dawsos.application.shape.RecordShape;
import io.dawsos.domain.agent.AgentName;
import io.dawsos.domain.capability.Capability;
import io.dawsos.domain.capability.CapabilityKind;
import io.dawsos.domain.capability.CapabilityName;

/**
 * A capability with the agent that owns it and the shapes of its records.
 *
 * @param agent the owner
 */
public record RegisteredCapability(
        AgentName agent, Capability<?, ?> capability, RecordShape argumentShape, RecordShape resultShape) {

    RegisteredCapability(AgentName agent, Capability<?, ?> capability) {
        this(agent, capability, RecordShape.of(capability.arguments()), RecordShape.of(capability.result()));
    }

    /** How patterns call it. */
    public CapabilityName name() {
        return capability.name();
    }

    /** What calling it means for repeating it. */
    public CapabilityKind kind() {
        return capability.kind();
    }

    /** Whether a step may say that it is tried again. */
    public boolean retryable() {
        return !capability.retryOn().isEmpty();
    }
}
