package io.atoll.web.client.access;

import com.fasterxml.jackson.core.type.TypeReference;
import io.atoll.contracts.key.ApiKeyView;
import io.atoll.contracts.key.CreateApiKeyRequest;
import io.atoll.contracts.key.IssuedApiKeyView;
import io.atoll.contracts.key.RotateApiKeyRequest;
import io.atoll.contracts.signin.MeView;
import io.atoll.contracts.signin.ProviderView;
import io.atoll.contracts.signin.SessionView;
import io.atoll.contracts.user.PasswordRequest;
import io.atoll.web.client.GatewayClient;
import io.atoll.web.client.Query;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What belongs to who is signed in: password, sessions, API keys. */
@ApplicationScoped
public class AccountClient {

    private static final String SESSIONS = "/api/v1/auth/sessions";
    private static final String KEYS = "/api/v1/api-keys";
    private static final TypeReference<MeView> ME = new TypeReference<>() {};
    private static final TypeReference<Object> NOTHING = new TypeReference<>() {};
    private static final TypeReference<IssuedApiKeyView> ISSUED = new TypeReference<>() {};

    private final GatewayClient gateway;

    AccountClient(GatewayClient gateway) {
        this.gateway = gateway;
    }

    public Uni<MeView> me() {
        return gateway.get("/api/v1/auth/me", ME);
    }

    /** Ways to sign in besides by a password; for visitors who are not signed in, too. */
    public Uni<List<ProviderView>> providers() {
        return gateway.get("/api/v1/auth/providers", new TypeReference<List<ProviderView>>() {});
    }

    public Uni<Object> changePassword(String user, PasswordRequest request) {
        String path = "/api/v1/users/" + Query.segment(user) + "/password";
        return gateway.send(HttpMethod.PUT, path, request, NOTHING);
    }

    public Uni<List<SessionView>> sessions() {
        return gateway.get(
                Query.on(SESSIONS).with("page_size", 200),
                new TypeReference<List<SessionView>>() {});
    }

    public Uni<Object> endSession(String id) {
        return gateway.send(HttpMethod.DELETE, SESSIONS + "/" + Query.segment(id), null, NOTHING);
    }

    public Uni<Object> endOtherSessions() {
        return gateway.send(HttpMethod.DELETE, SESSIONS, null, NOTHING);
    }

    public Uni<List<ApiKeyView>> keys() {
        return gateway.get(
                Query.on(KEYS).with("page_size", 200), new TypeReference<List<ApiKeyView>>() {});
    }

    public Uni<IssuedApiKeyView> createKey(CreateApiKeyRequest request) {
        return gateway.send(HttpMethod.POST, KEYS, request, ISSUED);
    }

    public Uni<IssuedApiKeyView> rotateKey(String id, RotateApiKeyRequest request) {
        return gateway.send(HttpMethod.POST, key(id) + "/rotate", request, ISSUED);
    }

    public Uni<Object> revokeKey(String id) {
        return gateway.send(HttpMethod.DELETE, key(id), null, NOTHING);
    }

    private static String key(String id) {
        return KEYS + "/" + Query.segment(id);
    }
}
