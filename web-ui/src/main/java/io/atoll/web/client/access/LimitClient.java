package io.atoll.web.client.access;

import com.fasterxml.jackson.core.type.TypeReference;
import io.atoll.contracts.limit.LimitView;
import io.atoll.contracts.limit.OverrideView;
import io.atoll.contracts.limit.QuotaView;
import io.atoll.web.client.Answer;
import io.atoll.web.client.GatewayClient;
import io.atoll.web.client.Query;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Limits of requests, and what the visitor has left of them. */
@ApplicationScoped
public class LimitClient {
    private static final String ALL = "/api/v1/limits";
    private static final TypeReference<Object> ANY = new TypeReference<>() {};
    private static final TypeReference<LimitView> ONE = new TypeReference<>() {};
    private static final TypeReference<List<LimitView>> LIST = new TypeReference<>() {};
    private static final TypeReference<List<QuotaView>> MINE = new TypeReference<>() {};
    private static final TypeReference<List<OverrideView>> OVERRIDES = new TypeReference<>() {};

    private final GatewayClient gateway;

    LimitClient(GatewayClient gateway) {
        this.gateway = gateway;
    }

    public Uni<List<QuotaView>> mine() {
        return gateway.get(ALL + "/me", MINE);
    }

    public Uni<List<LimitView>> list() {
        return gateway.get(ALL, LIST);
    }

    public Uni<LimitView> one(String limitClass) {
        return gateway.get(path(limitClass), ONE);
    }

    public Uni<Answer<List<OverrideView>>> overrides(String limitClass, @Nullable String token) {
        return gateway.getPaged(
                Query.on(path(limitClass) + "/overrides").with("page_token", token), OVERRIDES);
    }

    /** The request is any object whose JSON is a LimitRequest. */
    public Uni<Object> put(String limitClass, long version, Object request) {
        return send(HttpMethod.PUT, path(limitClass), version, request);
    }

    public Uni<Object> delete(String limitClass, long version) {
        return send(HttpMethod.DELETE, path(limitClass), version, null);
    }

    /**
     * @param version 0 where there is none yet
     */
    public Uni<Object> putOverride(
            String limitClass, String kind, String subject, long version, Object request) {
        return send(HttpMethod.PUT, path(limitClass, kind, subject), version, request);
    }

    public Uni<Object> deleteOverride(
            String limitClass, String kind, String subject, long version) {
        return send(HttpMethod.DELETE, path(limitClass, kind, subject), version, null);
    }

    private Uni<Object> send(
            HttpMethod method, String path, long version, @Nullable Object request) {
        Map<String, String> ifMatch = Map.of("If-Match", "\"" + version + "\"");
        return gateway.send(method, path, request, ifMatch, ANY).map(Answer::body);
    }

    private static String path(String limitClass) {
        return ALL + "/" + Query.segment(limitClass);
    }

    private static String path(String limitClass, String kind, String subject) {
        return "%s/overrides/%s/%s"
                .formatted(path(limitClass), Query.segment(kind), Query.segment(subject));
    }
}
