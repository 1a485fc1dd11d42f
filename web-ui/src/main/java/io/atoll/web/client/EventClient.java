package io.atoll.web.client;

import com.fasterxml.jackson.core.type.TypeReference;
import io.atoll.contracts.event.AtollEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened lately. The live stream itself goes from the gateway straight to the browser. */
@ApplicationScoped
public class EventClient {

    private static final TypeReference<List<AtollEvent>> LIST = new TypeReference<>() {};

    private final GatewayClient gateway;

    EventClient(GatewayClient gateway) {
        this.gateway = gateway;
    }

    public Uni<List<AtollEvent>> recent(@Nullable String cluster, int limit) {
        return gateway.get(
                Query.on("/api/v1/events").with("cluster", cluster).with("page_size", limit), LIST);
    }
}
