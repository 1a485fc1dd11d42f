package io.atoll.web.client.access;

import com.fasterxml.jackson.core.type.TypeReference;
import io.atoll.contracts.grant.ElevationView;
import io.atoll.web.client.GatewayClient;
import io.atoll.web.client.Query;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The visitor's own grants that wait to be asked for. */
@ApplicationScoped
public class ElevationClient {

    private static final String ALL = "/api/v1/auth/elevations";
    private static final TypeReference<List<ElevationView>> LIST = new TypeReference<>() {};
    private static final TypeReference<ElevationView> ONE = new TypeReference<>() {};

    private final GatewayClient gateway;

    ElevationClient(GatewayClient gateway) {
        this.gateway = gateway;
    }

    public Uni<List<ElevationView>> list() {
        return gateway.get(ALL, LIST);
    }

    /** The request is any object whose JSON is an ElevationRequest. */
    public Uni<ElevationView> start(Object request) {
        return gateway.send(HttpMethod.POST, ALL, request, ONE);
    }

    public Uni<Object> end(String grant) {
        return gateway.send(
                HttpMethod.DELETE,
                ALL + "/" + Query.segment(grant),
                null,
                new TypeReference<Object>() {});
    }
}
