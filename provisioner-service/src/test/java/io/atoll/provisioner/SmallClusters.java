package io.atoll.provisioner;

import io.atoll.provisioner.runtime.process.BrokerCache;
import io.atoll.provisioner.runtime.process.BrokerJars;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/**
 * Clusters of the tests: below the home of the test's stack, on ports of their own, others for each
 * JVM that runs tests.
 */
public class SmallClusters implements QuarkusTestProfile {

    private static final int PORTS = 100;

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "atoll.process.broker-lib",
                BrokerJars.folder().toString(),
                "atoll.process.broker-aot",
                BrokerCache.file().toString(),
                "atoll.ports.pool",
                ports(),
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

    private static String ports() {
        var first = Integer.parseInt(System.getProperty("atoll.test.first-port", "19500"));
        return first + "-" + (first + PORTS - 1);
    }
}
