package io.atoll.web.client.access;

import com.fasterxml.jackson.core.type.TypeReference;
import io.atoll.contracts.grant.RoleView;
import io.atoll.web.client.GatewayClient;
import io.atoll.web.client.Query;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Roles, built-in and own. */
@ApplicationScoped
public class RoleClient {

    private static final String ALL = "/api/v1/roles";
    private static final TypeReference<List<RoleView>> LIST = new TypeReference<>() {};
    private static final TypeReference<RoleView> ONE = new TypeReference<>() {};

    private final GatewayClient gateway;

    RoleClient(GatewayClient gateway) {
        this.gateway = gateway;
    }

    /** All of them, the built-in ones first. */
    public Uni<List<RoleView>> list() {
        return gateway.get(ALL, LIST);
    }

    public Uni<RoleView> one(String name) {
        return gateway.get(path(name), ONE);
    }

    /** The request is any object whose JSON is a RoleRequest. */
    public Uni<RoleView> create(Object request) {
        return gateway.send(HttpMethod.POST, ALL, request, ONE);
    }

    /** The request is any object whose JSON is a RoleRequest. */
    public Uni<RoleView> update(String name, Object request) {
        return gateway.send(HttpMethod.PUT, path(name), request, ONE);
    }

    public Uni<Object> delete(String name) {
        return gateway.send(HttpMethod.DELETE, path(name), null, new TypeReference<Object>() {});
    }

    private static String path(String name) {
        return ALL + "/" + Query.segment(name);
    }
}
