package io.atoll.gateway.legacy;

import io.atoll.contracts.cluster.DefaultClusterView;
import io.atoll.contracts.problem.ProblemType;
import io.atoll.gateway.door.proxy.Reply;
import io.atoll.gateway.door.route.Service;
import io.atoll.kit.refusal.AtollException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The routes of today under the default cluster, in the name of a caller. Which cluster it is is
 * asked each time, so that a choice holds from the next request on, on every gateway.
 */
@ApplicationScoped
class DefaultCluster {
    static final String NONE =
            "There is no default cluster. Choose one: PUT /api/v1/default-cluster with"
                    + " {\"cluster_id\": …}, or 'Make default' on a cluster's page; or make a"
                    + " cluster of the id 'default'.";

    private static final String CLUSTERS = "/api/v1/clusters/";
    private static final Pattern NEXT = Pattern.compile("<([^>]+)>; *rel=\"next\"");

    /** Answers without pages hold at most so many pages of today's routes. */
    private static final int MOST_PAGES = 20;

    private final Services services;

    DefaultCluster(Services services) {
        this.services = services;
    }

    /** There is none, or none that the caller may see. */
    static final class NoDefaultCluster extends AtollException {
        NoDefaultCluster() {
            super(ProblemType.NOT_FOUND, NONE);
        }
    }

    private Uni<String> id(Visit visit) {
        return services.get(visit, Service.REGISTRY, "/api/v1/default-cluster")
                .map(reply -> services.read(reply, DefaultClusterView.class))
                .map(
                        found -> {
                            if (found.clusterId() == null) {
                                throw new NoDefaultCluster();
                            }
                            return found.clusterId();
                        });
    }

    /**
     * @param path under the cluster, with its query
     */
    <T> Uni<T> get(Visit visit, Service service, String path, Class<T> type) {
        return at(visit, id -> services.get(visit, service, CLUSTERS + id + path))
                .map(reply -> services.read(reply, type));
    }

    /** All pages of a list. */
    <T> Uni<List<T>> list(Visit visit, Service service, String path, Class<T> type) {
        return at(visit, id -> services.get(visit, service, CLUSTERS + id + path))
                .chain(reply -> more(visit, service, reply, new ArrayList<>(), type, 1));
    }

    private <T> Uni<List<T>> more(
            Visit visit, Service service, Reply reply, List<T> all, Class<T> type, int pages) {
        all.addAll(services.readList(reply, type));
        var link = reply.headers().get("Link");
        var next = NEXT.matcher(link == null ? "" : link);
        return next.find() && pages < MOST_PAGES
                ? services.get(visit, service, next.group(1))
                        .chain(page -> more(visit, service, page, all, type, pages + 1))
                : Uni.createFrom().item(all);
    }

    <T> Uni<T> post(Visit visit, Service service, String path, Object body, Class<T> type) {
        return at(visit, id -> services.post(visit, service, CLUSTERS + id + path, body))
                .map(reply -> services.read(reply, type));
    }

    Uni<Void> post(Visit visit, Service service, String path) {
        return at(visit, id -> services.post(visit, service, CLUSTERS + id + path))
                .replaceWithVoid();
    }

    Uni<Void> delete(Visit visit, Service service, String path) {
        return at(visit, id -> services.delete(visit, service, CLUSTERS + id + path))
                .replaceWithVoid();
    }

    private <T> Uni<T> at(Visit visit, Function<String, Uni<T>> work) {
        return id(visit).chain(work::apply);
    }

    /** One segment of a path, or one value of a query. */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
