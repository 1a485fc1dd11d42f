package io.atoll.provisioner.plugin;

import io.atoll.contracts.runtime.RuntimeView;
import io.atoll.contracts.spec.RuntimeName;
import io.atoll.provisioner.runtime.Fingerprint;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.List;

/** Looks at all runtimes. Blocks; for virtual threads. */
@ApplicationScoped
public class RuntimeQueries {

    private final Plugins plugins;
    private final RuntimeConfig config;

    RuntimeQueries(Plugins plugins, RuntimeConfig config) {
        this.plugins = plugins;
        this.config = config;
    }

    public List<RuntimeView> look() {
        var found = new EnumMap<RuntimeName, Fingerprint>(RuntimeName.class);
        plugins.runtimes().forEach(runtime -> found.put(runtime.name(), runtime.fingerprint()));
        return RuntimeCalculator.views(found, config.preference());
    }
}
