package io.atoll.launcher.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LogLineTest {

    @Test
    void showsTheWordsOfAJsonRecord() {
        assertThat(
                        LogLine.readable(
                                """
                                {"timestamp":"2026-01-01T10:00:00Z","loggerName":"io.atoll.Some","level":"WARN","message":"It said \\"no\\"."}"""))
                .isEqualTo("2026-01-01T10:00:00Z WARN  [io.atoll.Some] It said \"no\".");
    }

    @Test
    void leavesOtherLinesAsTheyAre() {
        assertThat(LogLine.readable("LOG:  ready")).isEqualTo("LOG:  ready");
    }

    @Test
    void noTextOfARecordLooksLikeARecordOrReachesTheTerminal() {
        assertThat(
                        LogLine.readable(
                                """
                                {"timestamp":"t","loggerName":"l","level":"INFO","message":"a\\r\\n2026 \\u001b[2J \\u202e","stackTrace":"x\\n\\ty"}"""))
                .isEqualTo("t INFO  [l] a\n  | 2026 \\u001b[2J \\u202e\n  | x\n  | \ty");
    }
}
