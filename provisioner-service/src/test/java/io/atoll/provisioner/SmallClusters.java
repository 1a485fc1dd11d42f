package io.atoll.provisioner;

import io.atoll.provisioner.runtime.process.BrokerJars;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Clusters of the tests: below the home of the test's stack, on ports of their own. */
public class SmallClusters implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "atoll.process.broker-lib",
                BrokerJars.folder().toString(),
                "atoll.ports.pool",
                "19500-19599",
                "atoll.reconcile.resync",
                "2s",
                "atoll.reconcile.hang-patience",
                "0s",
                "atoll.reconcile.orphan-grace",
                "3s",
                "atoll.reconcile.orphan-check",
                "1s",
                "atoll.usage.interval",
                "1s");
    }
}
