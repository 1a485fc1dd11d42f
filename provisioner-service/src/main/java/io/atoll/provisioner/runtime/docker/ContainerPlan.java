package io.atoll.provisioner.runtime.docker;

import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.LogConfig;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports;
import com.github.dockerjava.api.model.RestartPolicy;
import com.github.dockerjava.api.model.Volume;
import io.atoll.provisioner.runtime.NodeBlueprint;
import io.atoll.provisioner.runtime.NodeBlueprint.Container;
import io.atoll.provisioner.runtime.NodeBlueprint.Program;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All that a container of ours can have. Privileges, capabilities, devices, directories and the
/// network of the machine are no fields, so nothing can ask for them.
///
/// @param name of the container and in its network
/// @param volume by name and where it goes, absent for a node without data
/// @param network by name
record ContainerPlan(
        String name,
        Container what,
        Map<String, String> labels,
        Optional<Mounted> volume,
        String network,
        String bindAddress,
        int machineCpus) {

    private static final long NANO = 1_000_000_000L;
    private static final Map<String, String> LOG_BOUNDS =
            Map.of("max-size", "16m", "max-file", "2");

    record Mounted(String volume, String directory) {}

    static Container container(NodeBlueprint node) {
        return switch (node.software()) {
            case Container container -> container;
            case Program _ -> throw new IllegalArgumentException(node.name() + " is a process");
        };
    }

    /// Fills in the command, and nothing else.
    CreateContainerCmd fill(CreateContainerCmd command) {
        return command.withName(name)
                .withHostName(name)
                .withAliases(name)
                .withImage(what.image())
                .withEnv(
                        what.environment().entrySet().stream()
                                .map(entry -> entry.getKey() + "=" + entry.getValue())
                                .sorted()
                                .toList())
                .withLabels(labels)
                .withExposedPorts(
                        what.published().values().stream().sorted().map(ExposedPort::tcp).toList())
                .withHostConfig(hostConfig());
    }

    private HostConfig hostConfig() {
        var limits = what.limits();
        return HostConfig.newHostConfig()
                .withNetworkMode(network)
                .withPortBindings(bindings())
                .withBinds(
                        volume.map(v -> new Bind(v.volume(), new Volume(v.directory()))).stream()
                                .toList())
                .withMemory(limits.memoryBytes())
                .withMemorySwap(limits.memoryBytes())
                .withNanoCPUs((long) (Math.min(limits.cpus(), machineCpus) * NANO))
                .withPidsLimit(limits.processes())
                .withCapDrop(Capability.ALL)
                .withSecurityOpts(List.of("no-new-privileges"))
                .withRestartPolicy(RestartPolicy.noRestart())
                .withLogConfig(new LogConfig(LogConfig.LoggingType.JSON_FILE, LOG_BOUNDS));
    }

    private List<PortBinding> bindings() {
        return what.published().entrySet().stream()
                .map(
                        entry ->
                                new PortBinding(
                                        Ports.Binding.bindIpAndPort(bindAddress, entry.getKey()),
                                        ExposedPort.tcp(entry.getValue())))
                .toList();
    }
}
