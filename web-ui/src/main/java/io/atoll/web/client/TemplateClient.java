package io.atoll.web.client;

import com.fasterxml.jackson.core.type.TypeReference;
import io.atoll.contracts.template.TemplateView;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** Templates and their versions. */
@ApplicationScoped
public class TemplateClient {

    private static final String ALL = "/api/v1/templates";
    private static final TypeReference<TemplateView> ONE = new TypeReference<>() {};
    private static final TypeReference<List<TemplateView>> LIST = new TypeReference<>() {};

    private final GatewayClient gateway;

    TemplateClient(GatewayClient gateway) {
        this.gateway = gateway;
    }

    public Uni<List<TemplateView>> list() {
        return gateway.get(Query.on(ALL).with("page_size", 1000), LIST);
    }

    public Uni<TemplateView> one(String id) {
        return gateway.get(path(id), ONE);
    }

    public Uni<List<TemplateView>> versions(String id) {
        return gateway.get(path(id) + "/versions", LIST);
    }

    /** The request is any object whose JSON is a TemplateRequest. */
    public Uni<TemplateView> create(Object request) {
        return gateway.send(HttpMethod.POST, ALL, request, ONE);
    }

    public Uni<TemplateView> update(String id, int version, Object request) {
        Map<String, String> ifMatch = Map.of("If-Match", "\"" + version + "\"");
        return gateway.send(HttpMethod.PUT, path(id), request, ifMatch, ONE).map(Answer::body);
    }

    public Uni<Object> delete(String id) {
        return gateway.send(HttpMethod.DELETE, path(id), null, new TypeReference<Object>() {});
    }

    private static String path(String id) {
        return ALL + "/" + Query.segment(id);
    }
}
