package io.atoll.provisioner;

import java.util.HashMap;
import java.util.Map;

/** A node that gives no answer is soon ended, by force where it does not end. */
public final class RestartsHangingNodes extends SmallClusters {

    @Override
    public Map<String, String> getConfigOverrides() {
        var settings = new HashMap<>(super.getConfigOverrides());
        settings.put("atoll.reconcile.hang-patience", "4s");
        settings.put("atoll.process.stop-timeout", "2s");
        return settings;
    }
}
