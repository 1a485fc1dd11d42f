package io.atoll.provisioner.port;

import java.util.Map;

/// The outcome of a choice of ports.
public sealed interface PortPlan {

    /// @param ports by use
    record Planned(Map<String, Integer> ports) implements PortPlan {
        public Planned {
            ports = Map.copyOf(ports);
        }
    }

    /// @param reason CamelCase, for machines
    /// @param message one plain sentence that names port and holder
    record Refused(String reason, String message) implements PortPlan {}
}
