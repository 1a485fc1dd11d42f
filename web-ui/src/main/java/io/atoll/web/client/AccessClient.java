package io.atoll.web.client;

import com.fasterxml.jackson.core.type.TypeReference;
import io.atoll.contracts.access.MeView;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Who is signed in. */
@ApplicationScoped
public class AccessClient {

    private static final TypeReference<MeView> ME = new TypeReference<>() {};

    private final GatewayClient gateway;

    AccessClient(GatewayClient gateway) {
        this.gateway = gateway;
    }

    public Uni<MeView> me() {
        return gateway.get("/api/v1/auth/me", ME);
    }
}
