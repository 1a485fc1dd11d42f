package io.atoll.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.atoll.launcher.home.Settings;
import io.atoll.launcher.terminal.Screen;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogsTest {

    @TempDir Path folder;

    @Test
    void aLineInAnotherEncodingHidesNoOther() throws Exception {
        var settings = new Settings(Map.of("ATOLL_HOME", folder.toString()));
        settings.home().create();
        Files.write(
                settings.home().log("postgres"),
                "first\ncaf\u00e9\nlast\n".getBytes(StandardCharsets.ISO_8859_1));
        var said = new ByteArrayOutputStream();
        var screen = new Screen(new PrintStream(said, true, StandardCharsets.UTF_8));

        assertThat(new Logs(settings, screen).run(List.of("postgres"))).isZero();

        assertThat(said.toString(StandardCharsets.UTF_8).lines())
                .hasSize(3)
                .startsWith("first")
                .endsWith("last");
    }
}
