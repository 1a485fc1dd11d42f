package io.atoll.gateway.rights.elevation;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;

/** Rows of elevations. They stay when they have ended, until their grant goes. */
@ApplicationScoped
class ElevationStore {

    Uni<Void> insert(
            SqlClient tx, String user, UUID grant, String reason, Instant now, Instant ends) {
        return tx.preparedQuery(
                        "insert into elevations (id, user_name, grant_id, reason, started_at, ends_at)"
                                + " values ($1, $2, $3, $4, $5, $6)")
                .execute(
                        Tuple.of(
                                UUID.randomUUID(),
                                user,
                                grant,
                                reason,
                                now.atOffset(ZoneOffset.UTC),
                                ends.atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    /** Tells how many lasted. */
    Uni<Integer> end(SqlClient tx, String user, UUID grant, Instant now) {
        return tx.preparedQuery(
                        "update elevations set ends_at = $3"
                                + " where user_name = $1 and grant_id = $2 and ends_at > $3")
                .execute(Tuple.of(user, grant, now.atOffset(ZoneOffset.UTC)))
                .map(rows -> rows.rowCount());
    }
}
