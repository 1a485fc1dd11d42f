package io.atoll.provisioner.plugin;

import io.atoll.contracts.runtime.RuntimeView;
import io.atoll.contracts.spec.RuntimeName;
import io.atoll.provisioner.plugin.RuntimeConfig.Preference;
import io.atoll.provisioner.runtime.Fingerprint;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Runtimes as people are shown them: all that there could be, and which is the default. Pure. */
final class RuntimeCalculator {

    private RuntimeCalculator() {}

    /**
     * @param found fingerprints of the runtimes that this installation has
     */
    static List<RuntimeView> views(Map<RuntimeName, Fingerprint> found, Preference preference) {
        var standard = standard(found, preference);
        return Arrays.stream(RuntimeName.values())
                .map(name -> view(name, found, name == standard))
                .toList();
    }

    private static RuntimeName standard(
            Map<RuntimeName, Fingerprint> found, Preference preference) {
        return switch (preference) {
            case PROCESS -> RuntimeName.PROCESS;
            case DOCKER -> RuntimeName.DOCKER;
            case AUTO -> {
                var docker = found.get(RuntimeName.DOCKER);
                yield docker != null && docker.isHealthy()
                        ? RuntimeName.DOCKER
                        : RuntimeName.PROCESS;
            }
        };
    }

    private static RuntimeView view(
            RuntimeName name, Map<RuntimeName, Fingerprint> found, boolean isDefault) {
        var fingerprint = found.get(name);
        if (fingerprint == null) {
            var reason = "This installation has no %s runtime.".formatted(name.wire());
            return new RuntimeView(
                    name, false, reason, null, List.of(), List.of(), 0, 0, 0, 0, isDefault);
        }
        var capacity = fingerprint.capacity();
        return new RuntimeView(
                name,
                fingerprint.isHealthy(),
                fingerprint.reason(),
                fingerprint.version(),
                fingerprint.kinds(),
                fingerprint.companions(),
                capacity.cpuCores(),
                capacity.memoryTotalBytes(),
                capacity.memoryFreeBytes(),
                capacity.diskFreeBytes(),
                isDefault);
    }
}
