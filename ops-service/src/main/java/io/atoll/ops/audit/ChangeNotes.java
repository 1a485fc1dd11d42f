package io.atoll.ops.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.atoll.contracts.Topics;
import io.atoll.contracts.access.ClusterScope;
import io.atoll.contracts.audit.AuditChange;
import io.atoll.kit.access.CallerContext;
import io.atoll.kit.outbox.OutboxMessage;
import io.atoll.kit.outbox.SqlOutbox;
import io.quarkus.vertx.VertxContextSupport;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.jboss.logging.Logger;

/// Writes what the caller of this request changed, before the request is answered. A change stands
/// even where it cannot be told of: that is logged, and the attempt is in the audit anyway. Call on
/// a virtual thread.
@ApplicationScoped
public class ChangeNotes {

    private static final Logger LOG = Logger.getLogger(ChangeNotes.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Pool pool;
    private final ObjectMapper mapper;
    private final CallerContext callers;
    private final Clock clock;

    ChangeNotes(Pool pool, ObjectMapper mapper, CallerContext callers, Clock clock) {
        this.pool = pool;
        this.mapper = mapper;
        this.callers = callers;
        this.clock = clock;
    }

    public void tell(ClusterScope cluster, AuditChange.Effect effect) {
        var caller = callers.caller();
        var id = UUID.randomUUID().toString();
        var change = AuditChange.of(id, clock.instant(), caller.actor(), cluster, effect);
        try {
            append(OutboxMessage.of(Topics.AUDIT, cluster.id(), change, mapper));
        } catch (Throwable failure) {
            LOG.errorf(
                    failure,
                    "Not told to the audit: %s of %s by %s, trace %s",
                    effect.action(),
                    effect.resource(),
                    caller.subject(),
                    caller.trace());
        }
    }

    private void append(OutboxMessage message) throws Throwable {
        VertxContextSupport.subscribeAndAwait(
                () -> SqlOutbox.append(pool, message).ifNoItem().after(PATIENCE).fail());
    }
}
