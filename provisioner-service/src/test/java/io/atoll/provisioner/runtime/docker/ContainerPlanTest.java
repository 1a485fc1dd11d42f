package io.atoll.provisioner.runtime.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.core.command.CreateContainerCmdImpl;
import io.atoll.provisioner.runtime.NodeBlueprint.Container;
import io.atoll.provisioner.runtime.NodeBlueprint.Limits;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The typed command is looked at, field by field: what is not named here has to be empty. */
class ContainerPlanTest {

    private static final Container WHAT =
            new Container(
                    "apache/kafka:4.1.1",
                    Map.of("KAFKA_NODE_ID", "1", "CLUSTER_ID", "x"),
                    Map.of(9_200, 9_092),
                    "/var/lib/kafka/data",
                    new Limits(512L << 20, 4, 4_096));

    private final CreateContainerCmd command =
            new ContainerPlan(
                            "atoll-orders-broker-1",
                            WHAT,
                            Map.of("io.atoll.home", "h"),
                            Optional.of(new ContainerPlan.Mounted("data", "/var/lib/kafka/data")),
                            "atoll-orders",
                            "127.0.0.1",
                            2)
                    .fill(new CreateContainerCmdImpl(ignored -> null, null, "apache/kafka:4.1.1"));

    @Test
    void limitsAreHardAndAtMostThoseOfTheMachine() {
        var host = command.getHostConfig();

        assertThat(host.getMemory()).isEqualTo(512L << 20);
        assertThat(host.getMemorySwap()).as("no swap on top").isEqualTo(512L << 20);
        assertThat(host.getNanoCPUs()).isEqualTo(2_000_000_000L);
        assertThat(host.getPidsLimit()).isEqualTo(4_096);
        assertThat(host.getRestartPolicy().getName()).as("none").isEmpty();
    }

    @Test
    void portsArePublishedOnOneAddressAndExposed() {
        var bindings = command.getHostConfig().getPortBindings().getBindings();

        assertThat(command.getExposedPorts())
                .extracting(port -> port.getPort())
                .containsOnly(9_092);
        assertThat(bindings.values().stream().flatMap(Arrays::stream))
                .extracting(Object::toString)
                .containsExactly("127.0.0.1:9200");
    }

    @Test
    void itHasNoPrivilegeAndNothingOfTheMachine() {
        var host = command.getHostConfig();

        assertThat(host.getCapDrop()).containsExactly(Capability.ALL);
        assertThat(host.getSecurityOpts()).containsExactly("no-new-privileges");
        assertThat(host.getNetworkMode()).isEqualTo("atoll-orders");
        assertThat(Arrays.stream(host.getBinds()))
                .as("volumes by name, no directories of the machine")
                .extracting(bind -> bind.getPath())
                .containsExactly("data");
        assertThat(filled(host))
                .as("fields of the host configuration that are set")
                .isSubsetOf(
                        Set.of(
                                "NetworkMode",
                                "PortBindings",
                                "Binds",
                                "Memory",
                                "MemorySwap",
                                "NanoCPUs",
                                "PidsLimit",
                                "CapDrop",
                                "SecurityOpts",
                                "RestartPolicy",
                                "LogConfig",
                                "RawValues"));
    }

    private static Set<String> filled(HostConfig host) {
        return Arrays.stream(HostConfig.class.getMethods())
                .filter(method -> method.getName().startsWith("get"))
                .filter(method -> method.getParameterCount() == 0)
                .filter(method -> method.getDeclaringClass() == HostConfig.class)
                .filter(method -> !isEmpty(value(host, method)))
                .map(method -> method.getName().substring(3))
                .collect(Collectors.toSet());
    }

    private static boolean isEmpty(Object value) {
        return value == null || (value instanceof Object[] many && many.length == 0);
    }

    private static Object value(HostConfig host, Method method) {
        try {
            return method.invoke(host);
        } catch (ReflectiveOperationException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
