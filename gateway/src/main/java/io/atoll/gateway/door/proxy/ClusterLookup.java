package io.atoll.gateway.door.proxy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.atoll.contracts.access.ClusterScope;
import io.atoll.gateway.door.route.Service;
import io.atoll.gateway.identity.access.Identity;
import io.atoll.gateway.identity.access.InternalTokens;
import io.atoll.kit.refusal.NotFound;
import io.atoll.kit.refusal.Unavailable;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.regex.Pattern;

/** Asks the registry what grants can name about a cluster. */
@ApplicationScoped
public class ClusterLookup {
    private static final Pattern ID = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Proxy proxy;
    private final Upstreams upstreams;
    private final InternalTokens tokens;
    private final ObjectMapper mapper;

    ClusterLookup(Proxy proxy, Upstreams upstreams, InternalTokens tokens, ObjectMapper mapper) {
        this.proxy = proxy;
        this.upstreams = upstreams;
        this.tokens = tokens;
        this.mapper = mapper;
    }

    /** Fails with 404 for a cluster that the caller may not see, as for one that is not there. */
    public Uni<ClusterScope> find(Identity caller, String id) {
        if (!ID.matcher(id).matches()) {
            throw new NotFound("cluster", id, List.of());
        }
        String token = tokens.forService(caller, Service.REGISTRY.application());
        var registry = upstreams.of(Service.REGISTRY);
        return proxy.ask(Question.get(registry, "/api/v1/clusters/" + id, token))
                .ifNoItem()
                .after(PATIENCE)
                .failWith(ClusterLookup::away)
                .map(answer -> scope(id, answer));
    }

    private ClusterScope scope(String id, Reply answer) {
        return switch (answer.status()) {
            case 200 -> read(id, answer.body());
            case 404 -> throw NotFound.orHidden(answer.hides(), "cluster", id, List.of());
            default -> throw away();
        };
    }

    private ClusterScope read(String id, Buffer body) {
        try {
            JsonNode cluster = mapper.readTree(body.getBytes());
            var tags = new HashMap<String, String>();
            cluster.path("tags")
                    .properties()
                    .forEach(t -> tags.put(t.getKey(), t.getValue().asText()));
            return new ClusterScope(id, cluster.path("environment").asText(), tags);
        } catch (IOException _) {
            throw away();
        }
    }

    private static Unavailable away() {
        return new Unavailable("registry-service does not answer. Try again in a moment.");
    }
}
