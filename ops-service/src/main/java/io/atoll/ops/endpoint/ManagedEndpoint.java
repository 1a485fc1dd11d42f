package io.atoll.ops.endpoint;

import java.io.IOException;
import java.util.Map;
import java.util.function.Supplier;

/** A cluster that Atoll runs: its address comes from the provisioner. */
public record ManagedEndpoint(String bootstrap) implements Endpoint {

    @Override
    public void verify() throws IOException {
        BrokerProbe.check(bootstrap);
    }

    @Override
    public Map<String, Object> settings() {
        return Map.of();
    }

    @Override
    public <T> T guarded(Supplier<T> work) {
        return work.get();
    }

    @Override
    public String clientName() {
        return "atoll";
    }
}
