package io.atoll.gateway.door.route;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.atoll.gateway.identity.access.Refusal;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Map;
import org.jboss.logging.Logger;

/** The OpenAPI documents on the class path, and the route table made of them. */
@ApplicationScoped
class Documents {
    private static final Logger LOG = Logger.getLogger(Documents.class);

    private final ObjectMapper mapper;

    Documents(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** A service without a document has no routes. */
    Map<Service, JsonNode> all() {
        var documents = new EnumMap<Service, JsonNode>(Service.class);
        for (Service service : Service.values()) {
            read(service, documents);
        }
        return documents;
    }

    @Produces
    @Singleton
    RouteTable routeTable() {
        var routes = new ArrayList<Route>();
        try {
            all().forEach(
                            (service, document) ->
                                    routes.addAll(RouteReader.read(service, document)));
            return new RouteTable(routes);
        } catch (IllegalArgumentException e) {
            throw Refusal.of(e.getMessage() + ".");
        }
    }

    /** Makes the table at the start, not at the first request. */
    void onStart(@Observes StartupEvent event, RouteTable routes) {
        for (Service service : Service.values()) {
            if (routes.routes().stream().noneMatch(r -> r.service() == service)) {
                LOG.warnf("There are no routes of %s", service.application());
            }
        }
    }

    private void read(Service service, Map<Service, JsonNode> into) {
        String name = "openapi/" + service.document() + ".json";
        try (InputStream in =
                Thread.currentThread().getContextClassLoader().getResourceAsStream(name)) {
            if (in != null) {
                into.put(service, mapper.readTree(in));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }
}
