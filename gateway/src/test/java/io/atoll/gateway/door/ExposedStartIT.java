package io.atoll.gateway.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.atoll.gateway.EchoServices;
import io.atoll.testkit.AtollStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.junit.main.Launch;
import io.quarkus.test.junit.main.LaunchResult;
import io.quarkus.test.junit.main.QuarkusMainTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The whole gateway, told to listen to a network without TLS. */
@QuarkusMainTest
@WithTestResource(AtollStack.class)
@WithTestResource(EchoServices.class)
@TestProfile(ExposedStartIT.Exposed.class)
class ExposedStartIT {

    public static final class Exposed implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.http.host", "0.0.0.0");
        }
    }

    @Test
    @Launch(
            value = {},
            exitCode = 1)
    void it_ends_with_a_sentence_that_says_what_to_do(LaunchResult result) {
        assertThat(result.getOutput() + result.getErrorOutput())
                .contains("The gateway does not start: it would listen on 0.0.0.0 without TLS")
                .contains("ATOLL_GATEWAY_INSECURE=true")
                .doesNotContain("Listening on");
    }
}
