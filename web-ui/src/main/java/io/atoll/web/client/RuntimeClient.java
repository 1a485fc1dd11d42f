package io.atoll.web.client;

import com.fasterxml.jackson.core.type.TypeReference;
import io.atoll.contracts.runtime.CapacityView;
import io.atoll.contracts.runtime.RuntimeView;
import io.atoll.contracts.runtime.UsageSum;
import io.atoll.contracts.runtime.UsageView;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Where nodes run and what they use. */
@ApplicationScoped
public class RuntimeClient {

    private static final TypeReference<List<UsageView>> USAGES = new TypeReference<>() {};
    private static final TypeReference<UsageView> USAGE = new TypeReference<>() {};
    private static final TypeReference<CapacityView> CAPACITY = new TypeReference<>() {};
    private static final TypeReference<List<UsageSum>> SUMS = new TypeReference<>() {};
    private static final TypeReference<List<RuntimeView>> RUNTIMES = new TypeReference<>() {};

    private final GatewayClient gateway;

    RuntimeClient(GatewayClient gateway) {
        this.gateway = gateway;
    }

    /** Of every cluster the visitor may see, up to 1000. */
    public Uni<List<UsageView>> usages() {
        return gateway.get(Query.on("/api/v1/usage").with("page_size", 1000), USAGES);
    }

    public Uni<List<UsageSum>> environments() {
        return gateway.get(Query.on("/api/v1/usage/environments").with("page_size", 1000), SUMS);
    }

    public Uni<CapacityView> capacity() {
        return gateway.get("/api/v1/capacity", CAPACITY);
    }

    public Uni<UsageView> usage(String cluster) {
        return gateway.get(ClusterClient.path(cluster) + "/usage", USAGE);
    }

    public Uni<List<RuntimeView>> runtimes() {
        return gateway.get("/api/v1/runtimes", RUNTIMES);
    }
}
