package io.atoll.gateway.audit.view;

import io.atoll.contracts.audit.AuditEntryView;
import io.atoll.kit.refusal.Unavailable;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Reads pages of entries, newest first: the first row of each with what its others tell. */
@ApplicationScoped
class AuditQueries {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** The database ended a statement that took too long: query_canceled. */
    private static final String CANCELLED = "57014";

    private static final String SELECT =
            """
            select a.*, %s as ended,
              (select x.address from audit x where x.trace = a.trace and x.action = 'page'
                and x.opens and x.subject = a.subject order by x.no limit 1) as page_address,
              coalesce((select json_agg(json_build_object('stage', x.stage, 'status', x.status,
                  'cluster', x.cluster, 'document', x.document) order by x.no)
                from audit x where x.entry = a.entry and not x.opens), '[]'::json) as others
            from audit a where %%s order by a.no desc limit %%d
            """
                    .formatted(AuditFilter.OUTCOME);

    private final Pool pool;
    private final EntryFactory entries;

    /**
     * @param next number that the page after begins before, empty on the last
     */
    record Page(List<AuditEntryView> entries, Optional<Long> next) {}

    /**
     * @param pool of searches alone: however many wait here, sign-ins and the writer do not. A
     *     statement in it ends by itself after some seconds.
     */
    AuditQueries(@ReactiveDataSource("audit") Pool pool, EntryFactory entries) {
        this.pool = pool;
        this.entries = entries;
    }

    Uni<Page> page(AuditFilter filter, int size) {
        return pool.preparedQuery(SELECT.formatted(filter.sql(), size + 1))
                .execute(filter.values())
                .map(
                        rows ->
                                StreamSupport.stream(rows.spliterator(), false)
                                        .map(entries::view)
                                        .toList())
                .map(found -> page(found, size))
                .onFailure(AuditQueries::isCancelled)
                .transform(_ -> tooSlow())
                .ifNoItem()
                .after(PATIENCE)
                .failWith(AuditQueries::tooSlow);
    }

    private static boolean isCancelled(Throwable failure) {
        return failure instanceof PgException e && CANCELLED.equals(e.getSqlState());
    }

    private static Unavailable tooSlow() {
        return new Unavailable(
                "This search through the audit takes too long. Ask for less: a shorter time, one"
                        + " subject or one cluster, no text.");
    }

    private static Page page(List<AuditEntryView> found, int size) {
        if (found.size() <= size) {
            return new Page(found, Optional.empty());
        }
        List<AuditEntryView> page = found.subList(0, size);
        return new Page(page, Optional.of(page.getLast().no()));
    }
}
