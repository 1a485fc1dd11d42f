package io.atoll.gateway.door.proxy;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** Where the services are and how long they may take. */
@ConfigMapping(prefix = "atoll.proxy")
public interface ProxyConfig {

    /** Base of the registry: clusters and templates. */
    URI registryUrl();

    /** Base of the provisioner: nodes, usage, ports. */
    URI provisionerUrl();

    /** Base of the ops service: topics and messages. */
    URI opsUrl();

    /** Base of the dashboard: every path that no route has. */
    URI webUrl();

    /** Until a connection to a service stands. */
    @WithDefault("2s")
    Duration connectTimeout();

    /** Until the first byte of the answer; a stream may then be silent for as long as it likes. */
    @WithDefault("60s")
    Duration answerTimeout();

    /** Largest body of a request, as all services but ops have it. */
    @WithDefault("4M")
    MemorySize largestBody();

    /** Largest body of a request to ops: it takes records. */
    @WithDefault("8M")
    MemorySize largestRecords();

    /** Connections to one service, for each event loop. Each open stream holds one. */
    @WithDefault("1024")
    int connections();
}
