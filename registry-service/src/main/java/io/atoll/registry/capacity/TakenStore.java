package io.atoll.registry.capacity;

import io.atoll.contracts.runtime.RuntimesObserved;
import io.atoll.registry.capacity.Taken.Sum;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sums over all clusters. Every method works in the caller's session or transaction. */
@ApplicationScoped
class TakenStore {

    /** Any number will do, as long as nobody else uses it. */
    private static final long LOCK = 0x41746f6c6c436170L;

    private static final String SUMS =
            """
            with counted as (
                select c.environment, c.created_by, c.memory_bytes, c.disk_bytes, c.ports,
                       coalesce((c.spec ->> 'running')::boolean, false) as running,
                       greatest(1, (c.spec ->> 'brokers')::integer) as brokers,
                       c.status -> 'port_allocation' is null
                           or c.status ->> 'port_allocation' is null
                           or c.created_at > cast(:counted as timestamptz) as new_ports,
                       (select count(*)
                        from jsonb_array_elements(coalesce(c.status -> 'nodes', '[]')) n
                        where n ->> 'state' = 'RUNNING'
                          and (n ->> 'started_at')::timestamptz < cast(:seen as timestamptz)) as settled
                from cluster c
                where not c.deleting and c.origin = 'managed' and c.id <> :except)
            select count(*),
                   cast(coalesce(sum(memory_bytes) filter (where running), 0) as bigint),
                   count(*) filter (where environment = :environment),
                   cast(coalesce(sum(memory_bytes) filter (where running and environment = :environment), 0) as bigint),
                   count(*) filter (where created_by = :user),
                   cast(coalesce(sum(memory_bytes) filter (where running and created_by = :user), 0) as bigint),
                   cast(coalesce(sum(memory_bytes * (brokers - least(settled, brokers)) / brokers)
                       filter (where running), 0) as bigint),
                   cast(coalesce(sum(disk_bytes) filter (where running and settled = 0), 0) as bigint),
                   cast(coalesce(sum(ports) filter (where new_ports), 0) as bigint)
            from counted
            """;

    /**
     * @param except id of a cluster that does not count; empty: all count
     * @param seen nodes that started later do not show in the machine's figures yet
     * @param counted ports of clusters made later do not
     */
    record Question(
            String except,
            @Nullable String environment,
            @Nullable String user,
            Instant seen,
            Instant counted) {

        /**
         * @param report absent until the provisioner has told something: then nothing is counted
         */
        static Question of(
                String except,
                @Nullable String environment,
                @Nullable String user,
                Optional<RuntimesObserved> report) {
            return new Question(
                    except,
                    environment,
                    user,
                    report.map(GaugeFactory::settled).orElse(Instant.EPOCH),
                    report.map(GaugeFactory::counted).orElse(Instant.EPOCH));
        }
    }

    /** Until the transaction ends nobody else makes or grows a cluster. */
    Uni<Void> lock() {
        return Panache.getSession()
                .chain(
                        s ->
                                s.createNativeQuery(
                                                "select 1 from pg_advisory_xact_lock(:lock)",
                                                Integer.class)
                                        .setParameter("lock", LOCK)
                                        .getSingleResult())
                .replaceWithVoid();
    }

    Uni<Taken> sums(Question question) {
        String environment = question.environment();
        String user = question.user();
        return Panache.getSession()
                .chain(
                        s ->
                                s.createNativeQuery(SUMS, Object[].class)
                                        .setParameter("except", question.except())
                                        .setParameter(
                                                "environment",
                                                environment == null ? "" : environment)
                                        .setParameter("user", user == null ? "" : user)
                                        .setParameter(
                                                "seen", question.seen().atOffset(ZoneOffset.UTC))
                                        .setParameter(
                                                "counted",
                                                question.counted().atOffset(ZoneOffset.UTC))
                                        .getSingleResult())
                .map(TakenStore::taken);
    }

    private static Taken taken(Object[] row) {
        return new Taken(
                sum(row, 0),
                sum(row, 2),
                sum(row, 4),
                number(row[6]),
                number(row[7]),
                number(row[8]));
    }

    private static Sum sum(Object[] row, int at) {
        return new Sum(number(row[at]), number(row[at + 1]));
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }
}
