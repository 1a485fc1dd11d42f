package io.atoll.ops.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ClientPropertiesTest {

    static Stream<Map<String, Object>> all() {
        return Stream.of(
                ClientProperties.admin("id", "host:1"),
                ClientProperties.producer("id", "host:1"),
                ClientProperties.consumer("id", "host:1", true),
                ClientProperties.control("host:1"));
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
