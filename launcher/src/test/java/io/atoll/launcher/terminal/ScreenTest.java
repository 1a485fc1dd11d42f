package io.atoll.launcher.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class ScreenTest {

    @Test
    void whatATerminalWouldActOnIsShown() {
        var out = new ByteArrayOutputStream();
        new Screen(new PrintStream(out, true, UTF_8))
                .say("a \u001b[2J\r \u009b1m \u202e \u2066\0 $1 \\n Zürich\tб\nsecond");
        assertThat(out.toString(UTF_8))
                .isEqualTo(
                        "a \\u001b[2J\\u000d \\u009b1m \\u202e \\u2066\\u0000 $1 \\n Zürich\tб\nsecond\n");
    }
}
