package io.dawsos.domain.agent;

import io.dawsos.domain.capability.Capability;
import java.util.List;

/**
 * A named owner of capabilities; what fails together, is broken and healed together.
 *
 * @param capabilities at least one
 */
public record Agent(AgentName name, String summary, List<Capability<?, ?>> capabilities) {

    /** @throws IllegalArgumentException if there is no capability */
    public Agent {
        capabilities = List.copyOf(capabilities);
        if (capabilities.isEmpty()) {
            throw new IllegalArgumentException("agent " + name + " has no capability");
        }
    }
}
