package io.atoll.web.client;

import com.fasterxml.jackson.core.type.TypeReference;
import io.atoll.contracts.cluster.ClusterPlan;
import io.atoll.contracts.cluster.ClusterView;
import io.atoll.contracts.cluster.DefaultClusterRequest;
import io.atoll.contracts.cluster.DefaultClusterView;
import io.atoll.contracts.connection.ConnectionTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Clusters: what is wanted of them and what is observed. */
@ApplicationScoped
public class ClusterClient {

    private static final String ALL = "/api/v1/clusters";
    private static final TypeReference<ClusterView> ONE = new TypeReference<>() {};
    private static final TypeReference<ConnectionTest> TEST = new TypeReference<>() {};
    private static final TypeReference<ClusterPlan> PLAN = new TypeReference<>() {};
    private static final TypeReference<List<ClusterView>> LIST = new TypeReference<>() {};

    private static final String STANDARD = "/api/v1/default-cluster";
    private static final TypeReference<DefaultClusterView> DEFAULT = new TypeReference<>() {};

    private final GatewayClient gateway;

    ClusterClient(GatewayClient gateway) {
        this.gateway = gateway;
    }

    /** Every cluster the visitor may see, up to 1000. */
    public Uni<List<ClusterView>> list() {
        return gateway.get(Query.on(ALL).with("page_size", 1000), LIST);
    }

    public Uni<ClusterView> one(String id) {
        return gateway.get(path(id), ONE);
    }

    /** The request is any object whose JSON is a CreateClusterRequest. */
    public Uni<ClusterPlan> planCreate(Object request) {
        return gateway.send(HttpMethod.POST, Query.on(ALL).with("dry_run", true), request, PLAN);
    }

    public Uni<ClusterView> create(Object request) {
        return gateway.send(HttpMethod.POST, ALL, request, ONE);
    }

    /** The request is any object whose JSON is a ConnectionTestRequest. */
    public Uni<ConnectionTest> testConnection(Object request) {
        return gateway.send(HttpMethod.POST, ALL + "/test", request, TEST);
    }

    /** Of a cluster that is registered, with the credentials that it has. */
    public Uni<ConnectionTest> testStored(String id) {
        return gateway.send(HttpMethod.POST, path(id) + "/test", null, TEST);
    }

    /** The request is any object whose JSON is a CredentialsRequest. */
    public Uni<ClusterView> rotate(String id, Object request) {
        return gateway.send(HttpMethod.PUT, path(id) + "/credentials", request, ONE);
    }

    public Uni<ClusterPlan> planUpdate(String id, long generation, Object request) {
        Query path = Query.on(path(id)).with("dry_run", true);
        return gateway.send(HttpMethod.PUT, path, request, ifMatch(generation), PLAN)
                .map(Answer::body);
    }

    public Uni<ClusterView> update(String id, long generation, Object request) {
        return gateway.send(HttpMethod.PUT, path(id), request, ifMatch(generation), ONE)
                .map(Answer::body);
    }

    /** Has every change of the cluster refused from now on, or lets them through again. */
    public Uni<ClusterView> setReadOnly(String id, boolean readOnly) {
        return one(id).flatMap(now -> update(id, now.generation(), Map.of("read_only", readOnly)));
    }

    /**
     * @param verb start, stop or restart
     * @param cleanup only for stop: wipes the data too
     */
    public Uni<ClusterView> act(String id, String verb, @Nullable Boolean cleanup) {
        Query path = Query.on(path(id) + "/" + verb).with("cleanup", cleanup);
        return gateway.send(HttpMethod.POST, path, null, ONE);
    }

    /** Asks for deletion, of a running cluster too. */
    public Uni<Object> delete(String id) {
        Query path = Query.on(path(id)).with("force", true);
        return gateway.send(HttpMethod.DELETE, path, null, new TypeReference<Object>() {});
    }

    /** The cluster that routes without a cluster act on. */
    public Uni<DefaultClusterView> standard() {
        return gateway.get(STANDARD, DEFAULT);
    }

    /** Takes the place of the default cluster as it is now. */
    public Uni<DefaultClusterView> makeDefault(String id) {
        return standard()
                .flatMap(
                        now ->
                                gateway.send(
                                        HttpMethod.PUT,
                                        STANDARD,
                                        new DefaultClusterRequest(id),
                                        ifMatch(now.version()),
                                        DEFAULT))
                .map(Answer::body);
    }

    static String path(String id) {
        return ALL + "/" + Query.segment(id);
    }

    private static Map<String, String> ifMatch(long generation) {
        return Map.of("If-Match", "\"" + generation + "\"");
    }
}
