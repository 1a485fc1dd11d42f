package io.atoll.web.shell;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;

@QuarkusTest
@TestProfile(JsonLogLinesIT.Json.class)
class JsonLogLinesIT extends LogLinesIT {

    public static final class Json implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.log.console.json.enabled", "true");
        }
    }

    @Override
    boolean json() {
        return true;
    }
}
