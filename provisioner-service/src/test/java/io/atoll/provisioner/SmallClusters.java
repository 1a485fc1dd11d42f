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

    private static final int FIRST_PORT = 19_500;
    private static final int PORTS = 100;

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "atoll.process.broker-lib",
                BrokerJars.folder().toString(),
                "atoll.process.broker-aot",
                BrokerCache.file().toString(),
                "atoll.ports.pool",
                ports(Integer.getInteger("atoll.test.fork", 1)),
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

    private static String ports(int fork) {
        var first = FIRST_PORT + (fork - 1) * PORTS;
        return first + "-" + (first + PORTS - 1);
    }
}
