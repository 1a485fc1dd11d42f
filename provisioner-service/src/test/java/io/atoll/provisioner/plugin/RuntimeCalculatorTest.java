package io.atoll.provisioner.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.atoll.contracts.runtime.RuntimeView;
import io.atoll.contracts.spec.ClusterKind;
import io.atoll.contracts.spec.RuntimeName;
import io.atoll.provisioner.plugin.RuntimeConfig.Preference;
import io.atoll.provisioner.runtime.Fingerprint;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RuntimeCalculatorTest {

    @Test
    void a_runtime_that_is_not_there_is_shown_with_the_reason() {
        var views =
                RuntimeCalculator.views(
                        Map.of(RuntimeName.PROCESS, fingerprint(null)), Preference.PROCESS);
        assertThat(views)
                .extracting(RuntimeView::name)
                .containsExactly(RuntimeName.PROCESS, RuntimeName.DOCKER);
        assertThat(views.getLast().healthy()).isFalse();
        assertThat(views.getLast().reason()).isEqualTo("This installation has no docker runtime.");
    }

    @Test
    void automatic_is_docker_where_it_answers_and_process_where_it_does_not() {
        assertThat(standard(Preference.AUTO, null)).isEqualTo(RuntimeName.DOCKER);
        assertThat(standard(Preference.AUTO, "It is away.")).isEqualTo(RuntimeName.PROCESS);
        assertThat(standard(Preference.DOCKER, "It is away.")).isEqualTo(RuntimeName.DOCKER);
        assertThat(standard(Preference.PROCESS, null)).isEqualTo(RuntimeName.PROCESS);
    }

    private static RuntimeName standard(Preference preference, @Nullable String dockerIsAway) {
        var found =
                Map.of(
                        RuntimeName.PROCESS, fingerprint(null),
                        RuntimeName.DOCKER, fingerprint(dockerIsAway));
        return RuntimeCalculator.views(found, preference).stream()
                .filter(RuntimeView::isDefault)
                .map(RuntimeView::name)
                .reduce((_, _) -> null)
                .orElseThrow();
    }

    private static Fingerprint fingerprint(@Nullable String reason) {
        var capacity = new Fingerprint.Capacity(2, 8L << 30, 4L << 30, 9L << 30);
        return new Fingerprint(reason, "1", List.of(ClusterKind.KAFKA), List.of(), capacity);
    }
}
