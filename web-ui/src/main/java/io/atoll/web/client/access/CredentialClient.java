package io.atoll.web.client.access;

import com.fasterxml.jackson.core.type.TypeReference;
import io.atoll.contracts.key.ApiKeyView;
import io.atoll.contracts.signin.SessionView;
import io.atoll.web.client.GatewayClient;
import io.atoll.web.client.Query;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Sessions and API keys of any user, for who manages users. */
@ApplicationScoped
public class CredentialClient {

    private static final String USERS = "/api/v1/users/";
    private static final String KEYS = "/api/v1/api-keys";
    private static final int MOST = 200;
    private static final TypeReference<List<SessionView>> SESSIONS = new TypeReference<>() {};
    private static final TypeReference<List<ApiKeyView>> ALL_KEYS = new TypeReference<>() {};
    private static final TypeReference<Object> NOTHING = new TypeReference<>() {};

    private final GatewayClient gateway;

    CredentialClient(GatewayClient gateway) {
        this.gateway = gateway;
    }

    /** The first 200. */
    public Uni<List<SessionView>> sessions(String user) {
        return gateway.get(Query.on(path(user)).with("page_size", MOST), SESSIONS);
    }

    public Uni<Object> endSession(String user, String id) {
        return gateway.send(HttpMethod.DELETE, path(user) + "/" + Query.segment(id), null, NOTHING);
    }

    public Uni<Object> endSessions(String user) {
        return gateway.send(HttpMethod.DELETE, path(user), null, NOTHING);
    }

    public Uni<List<ApiKeyView>> keys(String user) {
        return gateway.get(Query.on(KEYS).with("owner", user).with("page_size", MOST), ALL_KEYS);
    }

    public Uni<Object> revokeKey(String id) {
        return gateway.send(HttpMethod.DELETE, KEYS + "/" + Query.segment(id), null, NOTHING);
    }

    private static String path(String user) {
        return USERS + Query.segment(user) + "/sessions";
    }
}
