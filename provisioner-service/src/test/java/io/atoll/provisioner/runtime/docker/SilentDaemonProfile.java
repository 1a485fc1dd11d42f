package io.atoll.provisioner.runtime.docker;

import io.atoll.provisioner.SmallClusters;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Clusters in containers beside others in processes; the daemon is reached through a socket. */
public class SilentDaemonProfile extends SmallClusters {

    static final String HOME = "silent-" + ProcessHandle.current().pid();
    static final Path SOCKET = Path.of("/tmp/atoll-" + HOME + ".sock");

    @Override
    public Map<String, String> getConfigOverrides() {
        var overrides = new HashMap<>(super.getConfigOverrides());
        overrides.put("atoll.docker.home", HOME);
        overrides.put("atoll.docker.host", "unix://" + SOCKET);
        return overrides;
    }
}
