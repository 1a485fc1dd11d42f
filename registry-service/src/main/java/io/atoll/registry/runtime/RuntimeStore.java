package io.atoll.registry.runtime;

import io.atoll.contracts.runtime.RuntimesObserved;
import io.atoll.kit.outbox.StoredJson;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.Optional;

/** The row of the last report. Every method runs in the caller's session. */
@ApplicationScoped
public class RuntimeStore {

    private final StoredJson json;

    RuntimeStore(StoredJson json) {
        this.json = json;
    }

    /** Empty until the provisioner has told something. */
    public Uni<Optional<RuntimesObserved>> last() {
        return Panache.getSession()
                .chain(
                        s ->
                                s.createNativeQuery(
                                                "select report from runtime_report", String.class)
                                        .getSingleResultOrNull())
                .map(
                        report ->
                                Optional.ofNullable(report)
                                        .map(text -> json.read(text, RuntimesObserved.class)));
    }

    Uni<Void> keep(RuntimesObserved report) {
        return Panache.getSession()
                .chain(
                        s ->
                                s.createNativeQuery(
                                                """
                                                insert into runtime_report (one, observed_at, report)
                                                values (true, :at, :report)
                                                on conflict (one) do update
                                                set observed_at = excluded.observed_at,
                                                    report = excluded.report
                                                where runtime_report.observed_at < excluded.observed_at
                                                """)
                                        .setParameter(
                                                "at", report.observedAt().atOffset(ZoneOffset.UTC))
                                        .setParameter("report", json.write(report))
                                        .executeUpdate())
                .replaceWithVoid();
    }
}
