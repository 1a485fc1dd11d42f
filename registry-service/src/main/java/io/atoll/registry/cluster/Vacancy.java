package io.atoll.registry.cluster;

import io.atoll.contracts.spec.KafkaSpec;
import io.atoll.contracts.spec.PortRequest;
import io.atoll.kit.refusal.Conflict;
import io.atoll.registry.request.UniqueViolation;
import io.atoll.registry.spec.PortRules;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether id, name and ports of a cluster are free. Looks first, for a good answer; in a race the
 * unique indexes decide.
 */
@ApplicationScoped
class Vacancy {

    private static final String PORTS_HELD =
            """
            select cast(p.value as integer)
            from cluster c,
                 lateral (select value from jsonb_each_text(coalesce(c.status #> '{port_allocation,all}', '{}'))
                          union all
                          select value from jsonb_each_text(coalesce(c.spec -> 'ports', '{}'))) p
            where c.id <> :id and cast(p.value as integer) in (:ports)
            order by 1
            """;

    /** The new cluster, beginning after the last generation that its id has had. */
    Uni<Cluster> forNew(Cluster cluster) {
        return idIsFree(cluster.id())
                .chain(() -> forNameAndPorts(cluster))
                .chain(() -> firstGeneration(cluster.id()))
                .map(first -> first == 1 ? cluster : cluster.beginningAt(first));
    }

    Uni<Void> forNameAndPorts(Cluster cluster) {
        return nameIsFree(cluster.wish().name(), cluster.id()).chain(() -> portsAreFree(cluster));
    }

    /** The conflict behind a refused row; any other failure as it is. */
    static Throwable conflict(Throwable failure) {
        return switch (UniqueViolation.indexOf(failure).orElse("")) {
            case "cluster_pkey" ->
                    new Conflict("This cluster id is taken. Give another id or name.");
            case "cluster_name" -> new Conflict("This cluster name is taken. Give another name.");
            default -> failure;
        };
    }

    private Uni<Void> idIsFree(String id) {
        return Panache.getSession()
                .chain(
                        s ->
                                s.createNativeQuery(
                                                "select deleting from cluster where id = :id",
                                                Boolean.class)
                                        .setParameter("id", id)
                                        .getResultList())
                .invoke(found -> refuseId(id, found))
                .replaceWithVoid();
    }

    private static void refuseId(String id, List<Boolean> found) {
        if (!found.isEmpty()) {
            throw new Conflict(
                    found.getFirst()
                            ? "The cluster '%s' is still being deleted. Wait until it is gone or give another id."
                                    .formatted(id)
                            : "The cluster id '%s' is taken. Give another id or name."
                                    .formatted(id));
        }
    }

    private Uni<Void> nameIsFree(String name, String exceptId) {
        return Panache.getSession()
                .chain(
                        s ->
                                s.createNativeQuery(
                                                "select id from cluster where lower(name) = lower(:name) and not deleting and id <> :id",
                                                String.class)
                                        .setParameter("name", name)
                                        .setParameter("id", exceptId)
                                        .getResultList())
                .invoke(
                        found -> {
                            if (!found.isEmpty()) {
                                throw new Conflict(
                                        "The cluster name '%s' is taken. Give another name."
                                                .formatted(name));
                            }
                        })
                .replaceWithVoid();
    }

    private Uni<Void> portsAreFree(Cluster cluster) {
        Map<Integer, String> ports = cluster.managed().map(Vacancy::wantedPorts).orElseGet(Map::of);
        if (ports.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return Panache.getSession()
                .chain(
                        s ->
                                s.createNativeQuery(PORTS_HELD, Integer.class)
                                        .setParameter("id", cluster.id())
                                        .setParameter("ports", ports.keySet())
                                        .getResultList())
                .invoke(held -> refusePorts(held, ports))
                .replaceWithVoid();
    }

    private static Map<Integer, String> wantedPorts(KafkaSpec spec) {
        @Nullable PortRequest wanted = spec.ports();
        return wanted == null ? Map.of() : PortRules.taken(wanted, spec.brokers());
    }

    private static void refusePorts(List<Integer> held, Map<Integer, String> wanted) {
        if (!held.isEmpty()) {
            int port = held.getFirst();
            throw new Conflict(
                    "Port %d (%s) is held by another cluster. Ask for another or for none."
                            .formatted(port, wanted.get(port)));
        }
    }

    private Uni<Long> firstGeneration(String id) {
        return Panache.getSession()
                .chain(
                        s ->
                                s.createNativeQuery(
                                                "select coalesce(max(generation), 0) + 1 from retired_cluster where id = :id",
                                                Long.class)
                                        .setParameter("id", id)
                                        .getSingleResult());
    }
}
