package io.atoll.kit.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceTest {

    private static final String ID = "4bf92f3577b34da6a3ce929d0e0e4736";

    @Test
    void takesTheIdOfATraceparent() {
        assertThat(Trace.of("00-" + ID + "-00f067aa0ba902b7-01").id()).isEqualTo(ID);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "rubbish",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01\r\nX-Evil: 1"
            })
    void whatIsNoTraceparentGetsAFreshId(String traceparent) {
        assertThat(Trace.of(traceparent).id()).matches("[0-9a-f]{32}").isNotEqualTo(ID);
    }

    @Test
    void theNextHopHasTheSameIdAndAnotherSpan() {
        var trace = new Trace(ID);
        assertThat(Trace.of(trace.traceparent())).isEqualTo(trace);
        assertThat(trace.traceparent()).isNotEqualTo(trace.traceparent());
    }
}
