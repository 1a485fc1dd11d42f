package io.atoll.web.client.access;

import com.fasterxml.jackson.core.type.TypeReference;
import io.atoll.contracts.grant.RightsView;
import io.atoll.contracts.user.UserView;
import io.atoll.web.client.Answer;
import io.atoll.web.client.GatewayClient;
import io.atoll.web.client.Query;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Users, their grants, and what these come to. */
@ApplicationScoped
public class UserClient {

    private static final String ALL = "/api/v1/users";
    private static final TypeReference<List<UserView>> LIST = new TypeReference<>() {};
    private static final TypeReference<UserView> ONE = new TypeReference<>() {};
    private static final TypeReference<RightsView> RIGHTS = new TypeReference<>() {};
    private static final TypeReference<Object> ANY = new TypeReference<>() {};

    private final GatewayClient gateway;

    UserClient(GatewayClient gateway) {
        this.gateway = gateway;
    }

    /**
     * @param token of the page, absent for the first
     */
    public Uni<Answer<List<UserView>>> list(@Nullable String token, int size) {
        return gateway.getPaged(
                Query.on(ALL).with("page_size", size).with("page_token", token), LIST);
    }

    public Uni<UserView> one(String name) {
        return gateway.get(path(name), ONE);
    }

    /** The request is any object whose JSON is a CreateUserRequest. */
    public Uni<UserView> create(Object request) {
        return gateway.send(HttpMethod.POST, ALL, request, ONE);
    }

    public Uni<UserView> setDisabled(String name, boolean disabled) {
        return gateway.send(HttpMethod.PUT, path(name), Map.of("disabled", disabled), ONE);
    }

    /** The request is any object whose JSON is a PasswordRequest. */
    public Uni<Object> setPassword(String name, Object request) {
        return gateway.send(HttpMethod.PUT, path(name) + "/password", request, ANY);
    }

    public Uni<Object> delete(String name) {
        return gateway.send(HttpMethod.DELETE, path(name), null, ANY);
    }

    /** The request is any object whose JSON is a GrantRequest. */
    public Uni<Object> grant(String name, Object request) {
        return gateway.send(HttpMethod.POST, path(name) + "/grants", request, ANY);
    }

    public Uni<Object> revoke(String name, String grant) {
        return gateway.send(
                HttpMethod.DELETE, path(name) + "/grants/" + Query.segment(grant), null, ANY);
    }

    /**
     * @param cluster id, absent: on any
     * @param resource name of a topic, group or queue, absent: of any name
     */
    public Uni<RightsView> rights(
            String name, @Nullable String cluster, @Nullable String resource) {
        return gateway.get(
                Query.on(path(name) + "/rights")
                        .with("cluster", cluster)
                        .with("resource", resource),
                RIGHTS);
    }

    private static String path(String name) {
        return ALL + "/" + Query.segment(name);
    }
}
