package io.atoll.web.client;

import com.fasterxml.jackson.core.type.TypeReference;
import io.atoll.contracts.group.GroupView;
import io.atoll.contracts.topic.ConsumeView;
import io.atoll.contracts.topic.ProduceView;
import io.atoll.contracts.topic.TopicView;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Topics of a cluster, the records in them, and the groups that read them. */
@ApplicationScoped
public class TopicClient {

    private static final TypeReference<List<TopicView>> LIST = new TypeReference<>() {};
    private static final TypeReference<TopicView> ONE = new TypeReference<>() {};
    private static final TypeReference<ConsumeView> CONSUMED = new TypeReference<>() {};
    private static final TypeReference<ProduceView> PRODUCED = new TypeReference<>() {};
    private static final TypeReference<List<GroupView>> GROUPS = new TypeReference<>() {};
    private static final TypeReference<GroupView> GROUP = new TypeReference<>() {};
    private static final TypeReference<Object> ANY = new TypeReference<>() {};

    private final GatewayClient gateway;

    TopicClient(GatewayClient gateway) {
        this.gateway = gateway;
    }

    /** The parameters are those of the API: q, internal, page_size, page_token. */
    public Uni<Answer<List<TopicView>>> list(String cluster, TopicListing listing) {
        Query path =
                Query.on(topics(cluster))
                        .with("q", listing.search())
                        .with("internal", listing.internal() ? "true" : null)
                        .with("records", listing.size() <= 100 ? "true" : null)
                        .with("page_size", listing.size())
                        .with("page_token", listing.token());
        return gateway.getPaged(path, LIST);
    }

    public Uni<TopicView> one(String cluster, String topic) {
        return gateway.get(path(cluster, topic), ONE);
    }

    /** The parameters are those of the API: q, state, page_size, page_token. */
    public Uni<Answer<List<GroupView>>> groups(
            String cluster,
            @Nullable String search,
            @Nullable String state,
            int size,
            @Nullable String token) {
        Query path =
                Query.on(groups(cluster))
                        .with("q", search)
                        .with("state", state)
                        .with("page_size", size)
                        .with("page_token", token);
        return gateway.getPaged(path, GROUPS);
    }

    public Uni<GroupView> group(String cluster, String group) {
        return gateway.get(groups(cluster) + "/" + Query.segment(group), GROUP);
    }

    /** The request is any object whose JSON is a CreateTopicRequest. */
    public Uni<Object> create(String cluster, Object request) {
        return gateway.send(HttpMethod.POST, topics(cluster), request, ANY);
    }

    /** The request is any object whose JSON is a TopicConfigRequest. */
    public Uni<Object> configure(String cluster, String topic, Object request) {
        return gateway.send(HttpMethod.PUT, path(cluster, topic) + "/config", request, ANY);
    }

    public Uni<Object> delete(String cluster, String topic) {
        return gateway.send(HttpMethod.DELETE, path(cluster, topic), null, ANY);
    }

    /** The request is any object whose JSON is a ProduceRequest. */
    public Uni<ProduceView> produce(String cluster, Object request) {
        return gateway.send(
                HttpMethod.POST, ClusterClient.path(cluster) + "/produce", request, PRODUCED);
    }

    /** The query names what to read; see {@link #consume(String)}. */
    public Uni<ConsumeView> consume(Query query) {
        return gateway.get(query, CONSUMED);
    }

    /** The path to read records at, for the caller to add its parameters to. */
    public static Query consume(String cluster) {
        return Query.on(ClusterClient.path(cluster) + "/consume");
    }

    private static String topics(String cluster) {
        return ClusterClient.path(cluster) + "/topics";
    }

    private static String groups(String cluster) {
        return ClusterClient.path(cluster) + "/groups";
    }

    private static String path(String cluster, String topic) {
        return topics(cluster) + "/" + Query.segment(topic);
    }
}
