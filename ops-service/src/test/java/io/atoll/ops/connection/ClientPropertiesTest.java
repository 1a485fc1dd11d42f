package io.atoll.ops.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.atoll.ops.endpoint.Endpoint;
import io.atoll.ops.endpoint.ManagedEndpoint;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ClientPropertiesTest {

    private static final Endpoint HOST = new ManagedEndpoint("host:1");

    static Stream<Map<String, Object>> all() {
        return Stream.of(
                ClientProperties.admin("id", HOST),
                ClientProperties.producer("id", HOST),
                ClientProperties.consumer("id", HOST, true),
                ClientProperties.control(Map.of("bootstrap.servers", "host:1")),
                ClientProperties.controlAdmin(Map.of("bootstrap.servers", "host:1")));
    }

    @ParameterizedTest
    @MethodSource("all")
    void noClientLoadsClassesFilesOrLoginsAndNoneJoinsAGroup(Map<String, Object> properties) {
        assertThat(properties.keySet())
                .noneMatch(name -> name.endsWith(".class") || name.endsWith(".classes"))
                .noneMatch(name -> name.contains("sasl") || name.contains("ssl"))
                .noneMatch(name -> name.startsWith("config.providers"))
                .doesNotContain("group.id");
        assertThat(properties).containsEntry("metric.reporters", "");
    }
}
