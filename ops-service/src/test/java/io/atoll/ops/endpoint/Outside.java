package io.atoll.ops.endpoint;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.atoll.contracts.spec.ExternalKafkaSpec;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Clusters that run elsewhere, on this machine, and need no credentials. */
public final class Outside {

    private Outside() {}

    /**
     * @param refused a network that the operator refuses, beside what is always refused
     */
    public static Endpoint at(String bootstrap, String refused) {
        var rules = new Rules(true, List.of(), List.of(refused)).outbound();
        var vault = new CredentialVault(null, new ObjectMapper(), Clock.systemUTC());
        var spec = new ExternalKafkaSpec(List.of(bootstrap), null, Map.of());
        return new Endpoints(vault, new ConnectionProbe(rules)).external("moving", spec);
    }
}
