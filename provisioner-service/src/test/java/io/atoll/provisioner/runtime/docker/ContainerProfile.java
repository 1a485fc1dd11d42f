package io.atoll.provisioner.runtime.docker;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.HashMap;
import java.util.Map;

/** Clusters in containers, marked as those of this run. */
public class ContainerProfile implements QuarkusTestProfile {

    static final String HOME = "clusters-" + ProcessHandle.current().pid();

    @Override
    public Map<String, String> getConfigOverrides() {
        var overrides = new HashMap<String, String>();
        overrides.put("atoll.docker.home", HOME);
        overrides.put("atoll.ports.pool", "9200-9269");
        overrides.put("atoll.reconcile.resync", "2s");
        overrides.put("atoll.reconcile.orphan-grace", "3s");
        overrides.put("atoll.reconcile.orphan-check", "1s");
        overrides.put("atoll.usage.interval", "1s");
        return overrides;
    }
}
