package io.atoll.provisioner.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.atoll.kit.refusal.Malformed;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineCountTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void bothBoundsAreTaken(int least) {
        assertThat(LineCount.require(least, least)).isEqualTo(least);
        assertThat(LineCount.require(LineCount.MOST, least)).isEqualTo(LineCount.MOST);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void whatIsBeyondThemIsRefused(int least) {
        assertThatThrownBy(() -> LineCount.require(least - 1, least)).isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> LineCount.require(LineCount.MOST + 1, least))
                .isInstanceOf(Malformed.class);
    }
}
