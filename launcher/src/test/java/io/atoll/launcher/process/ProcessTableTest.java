package io.atoll.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProcessTableTest {

    private static final int TIMES = 300;

    private final List<Process> shells = new ArrayList<>();

    @BeforeEach
    void beginAndEndProcessesAllTheTime() throws Exception {
        for (var i = 0; i < 4; i++) {
            shells.add(new ProcessBuilder("sh", "-c", "while :; do /bin/true; done").start());
        }
    }

    @AfterEach
    void end() {
        shells.forEach(Process::destroyForcibly);
    }

    @Test
    void whatEndsWhileItsMemoryIsReadIsLeftOut() {
        for (var i = 0; i < TIMES; i++) {
            for (var shell : shells) {
                assertThat(ProcessTable.memoryOfAll(shell.pid())).isPositive();
            }
        }
    }
}
