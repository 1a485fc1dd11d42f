package io.atoll.gateway.legacy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.atoll.gateway.door.proxy.Proxy;
import io.atoll.gateway.door.proxy.Question;
import io.atoll.gateway.door.proxy.Reply;
import io.atoll.gateway.door.proxy.Upstreams;
import io.atoll.gateway.door.route.Service;
import io.atoll.gateway.identity.access.InternalTokens;
import io.atoll.kit.refusal.UpstreamFailed;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Asks services in the name of a caller, who is refused what they refuse. */
@ApplicationScoped
public class Services {
    private final Proxy proxy;
    private final Upstreams upstreams;
    private final InternalTokens tokens;
    private final ObjectMapper mapper;

    Services(Proxy proxy, Upstreams upstreams, InternalTokens tokens, ObjectMapper mapper) {
        this.proxy = proxy;
        this.upstreams = upstreams;
        this.tokens = tokens;
        this.mapper = mapper;
    }

    /**
     * @param uri raw path and query
     */
    public Uni<Reply> get(Visit visit, Service service, String uri) {
        return ask(visit, service, HttpMethod.GET, uri, Optional.empty());
    }

    Uni<Reply> delete(Visit visit, Service service, String uri) {
        return ask(visit, service, HttpMethod.DELETE, uri, Optional.empty());
    }

    Uni<Reply> post(Visit visit, Service service, String uri) {
        return ask(visit, service, HttpMethod.POST, uri, Optional.empty());
    }

    public Uni<Reply> post(Visit visit, Service service, String uri, Object body) {
        return ask(visit, service, HttpMethod.POST, uri, Optional.of(write(body)));
    }

    public Uni<Reply> put(Visit visit, Service service, String uri, String ifMatch, Object body) {
        return proxy.ask(
                        question(visit, service, HttpMethod.PUT, uri, Optional.of(write(body)))
                                .matching(ifMatch))
                .invoke(reply -> check(service, reply));
    }

    private Uni<Reply> ask(
            Visit visit, Service service, HttpMethod method, String uri, Optional<Buffer> body) {
        return proxy.ask(question(visit, service, method, uri, body))
                .invoke(reply -> check(service, reply));
    }

    private Question question(
            Visit visit, Service service, HttpMethod method, String uri, Optional<Buffer> body) {
        return new Question(
                upstreams.of(service),
                method,
                uri,
                tokens.forService(visit.identity(), service.application()),
                visit.trace().traceparent(),
                visit.attempt(),
                Optional.empty(),
                body);
    }

    private void check(Service service, Reply reply) {
        if (reply.status() >= 400) {
            throw ServiceRefusal.of(service.application(), tree(reply), reply.hides());
        }
    }

    private JsonNode tree(Reply reply) {
        try {
            return mapper.readTree(reply.body().getBytes());
        } catch (IOException _) {
            return mapper.missingNode();
        }
    }

    public <T> T read(Reply reply, Class<T> type) {
        try {
            return mapper.readValue(reply.body().getBytes(), type);
        } catch (IOException _) {
            throw unreadable();
        }
    }

    <T> List<T> readList(Reply reply, Class<T> type) {
        var list = mapper.getTypeFactory().constructCollectionType(List.class, type);
        try {
            return mapper.readValue(reply.body().getBytes(), list);
        } catch (IOException _) {
            throw unreadable();
        }
    }

    private static UpstreamFailed unreadable() {
        return new UpstreamFailed("A service answered what the gateway cannot read.");
    }

    private Buffer write(Object body) {
        try {
            return Buffer.buffer(mapper.writeValueAsBytes(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
