package io.atoll.registry.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.atoll.contracts.problem.Problem.FieldError;
import io.atoll.contracts.runtime.RuntimeView;
import io.atoll.contracts.runtime.RuntimesObserved;
import io.atoll.contracts.spec.ClusterKind;
import io.atoll.contracts.spec.RuntimeName;
import io.atoll.registry.runtime.RuntimeConfig.Preference;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RuntimeChoiceTest {

    @Test
    void what_is_asked_for_is_taken_where_it_can_be_used() {
        var report =
                report(
                        runtime(RuntimeName.PROCESS, null, true),
                        runtime(RuntimeName.DOCKER, null, false));
        assertThat(choice(RuntimeName.DOCKER, report))
                .isEqualTo(new RuntimeChoice(RuntimeName.DOCKER, 1, List.of()));
        assertThat(choice(null, report).runtime()).isEqualTo(RuntimeName.PROCESS);
    }

    @Test
    void what_cannot_be_used_is_refused_with_its_reason() {
        var report = report(runtime(RuntimeName.DOCKER, "No daemon answers.", true));
        assertThat(choice(RuntimeName.DOCKER, report).errors())
                .containsExactly(
                        new FieldError(
                                "/runtime", "docker cannot be used now: No daemon answers."));
        assertThat(choice(null, report).errors())
                .containsExactly(
                        new FieldError(
                                "/runtime",
                                "is docker by default, which cannot be used now: No daemon answers."));
        assertThat(choice(RuntimeName.PROCESS, report).errors())
                .containsExactly(new FieldError("/runtime", "process does not exist here."));
    }

    @Test
    void before_anything_was_told_the_wish_is_taken() {
        assertThat(choice(RuntimeName.DOCKER, Optional.empty()))
                .isEqualTo(new RuntimeChoice(RuntimeName.DOCKER, Long.MAX_VALUE, List.of()));
        assertThat(choice(null, Optional.empty()).runtime()).isEqualTo(RuntimeName.PROCESS);
        assertThat(RuntimeChoice.of(null, Optional.empty(), Preference.DOCKER).runtime())
                .isEqualTo(RuntimeName.DOCKER);
    }

    private static RuntimeChoice choice(
            @Nullable RuntimeName asked, Optional<RuntimesObserved> report) {
        return RuntimeChoice.of(asked, report, Preference.AUTO);
    }

    private static Optional<RuntimesObserved> report(RuntimeView... views) {
        return Optional.of(new RuntimesObserved(Instant.EPOCH, List.of(views), 100, 100));
    }

    private static RuntimeView runtime(
            RuntimeName name, @Nullable String reason, boolean isDefault) {
        return new RuntimeView(
                name,
                reason == null,
                reason,
                "1",
                List.of(ClusterKind.KAFKA),
                List.of(),
                2,
                1,
                1,
                1,
                isDefault);
    }
}
