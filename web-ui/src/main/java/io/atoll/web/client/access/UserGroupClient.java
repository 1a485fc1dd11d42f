package io.atoll.web.client.access;

import com.fasterxml.jackson.core.type.TypeReference;
import io.atoll.contracts.grant.UserGroupView;
import io.atoll.web.client.Answer;
import io.atoll.web.client.GatewayClient;
import io.atoll.web.client.Query;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Groups of users, their members and grants. */
@ApplicationScoped
public class UserGroupClient {

    private static final String ALL = "/api/v1/user-groups";
    private static final TypeReference<List<UserGroupView>> LIST = new TypeReference<>() {};
    private static final TypeReference<UserGroupView> ONE = new TypeReference<>() {};
    private static final TypeReference<Object> ANY = new TypeReference<>() {};

    private final GatewayClient gateway;

    UserGroupClient(GatewayClient gateway) {
        this.gateway = gateway;
    }

    /**
     * @param token of the page, absent for the first
     */
    public Uni<Answer<List<UserGroupView>>> list(@Nullable String token, int size) {
        return gateway.getPaged(
                Query.on(ALL).with("page_size", size).with("page_token", token), LIST);
    }

    public Uni<UserGroupView> one(String name) {
        return gateway.get(path(name), ONE);
    }

    /** The request is any object whose JSON is a UserGroupRequest. */
    public Uni<UserGroupView> create(Object request) {
        return gateway.send(HttpMethod.POST, ALL, request, ONE);
    }

    /** The request is any object whose JSON is a UserGroupRequest. */
    public Uni<UserGroupView> describe(String name, Object request) {
        return gateway.send(HttpMethod.PUT, path(name), request, ONE);
    }

    public Uni<Object> delete(String name) {
        return gateway.send(HttpMethod.DELETE, path(name), null, ANY);
    }

    public Uni<UserGroupView> add(String name, String user) {
        return gateway.send(HttpMethod.PUT, member(name, user), null, ONE);
    }

    public Uni<UserGroupView> remove(String name, String user) {
        return gateway.send(HttpMethod.DELETE, member(name, user), null, ONE);
    }

    /** The request is any object whose JSON is a GrantRequest. */
    public Uni<Object> grant(String name, Object request) {
        return gateway.send(HttpMethod.POST, path(name) + "/grants", request, ANY);
    }

    public Uni<Object> revoke(String name, String grant) {
        return gateway.send(
                HttpMethod.DELETE, path(name) + "/grants/" + Query.segment(grant), null, ANY);
    }

    private static String member(String name, String user) {
        return path(name) + "/members/" + Query.segment(user);
    }

    private static String path(String name) {
        return ALL + "/" + Query.segment(name);
    }
}
