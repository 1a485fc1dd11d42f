package io.atoll.launcher.command;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.atoll.launcher.home.Settings;
import io.atoll.launcher.terminal.PlainFailure;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditTest {

    @Test
    void anything_but_verify_is_told_how_to_call_it(@TempDir Path home) {
        var audit = new Audit(new Settings(Map.of("ATOLL_HOME", home.toString())));
        assertThatThrownBy(() -> audit.run(List.of()))
                .isInstanceOf(PlainFailure.class)
                .hasMessageContaining("audit verify");
        assertThatThrownBy(() -> audit.run(List.of("forget"))).isInstanceOf(PlainFailure.class);
    }
}
