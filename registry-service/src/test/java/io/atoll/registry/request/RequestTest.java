package io.atoll.registry.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.atoll.kit.refusal.Malformed;
import io.atoll.kit.refusal.PreconditionFailed;
import io.atoll.kit.refusal.PreconditionRequired;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTest {

    @Test
    void aTokenLeadsBackToItsId() {
        assertThat(PageToken.read(PageToken.after("orders-9", "q=x"), "q=x")).isEqualTo("orders-9");
        assertThat(PageToken.read(null, "q=x")).isEmpty();
    }

    @Test
    void aTokenOfAnotherListIsRefused() {
        String token = PageToken.after("orders-9", "q=x");
        assertThatThrownBy(() -> PageToken.read(token, "q=y")).isInstanceOf(Malformed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"!!", "AAAA", "' or 1=1 --"})
    void aForgedTokenIsRefused(String token) {
        assertThatThrownBy(() -> PageToken.read(token, "")).isInstanceOf(Malformed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"3\"", "3", "*", "\"1\", \"3\""})
    void anEntityTagThatNamesTheVersionPasses(String ifMatch) {
        assertThatCode(() -> EntityTag.require(ifMatch, 3)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"2\"", "W/\"3\"", "\"33\"", "x"})
    void anEntityTagThatDoesNotFails(String ifMatch) {
        assertThatThrownBy(() -> EntityTag.require(ifMatch, 3))
                .isInstanceOf(PreconditionFailed.class);
    }

    @Test
    void noEntityTagIsAskedFor() {
        assertThatThrownBy(() -> EntityTag.require(null, 3))
                .isInstanceOf(PreconditionRequired.class);
    }
}
