package io.atoll.provisioner.port;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code port_allocation}.
 *
 * @param clusterId the holder, absent after the release
 * @param releasedAt absent while it is held
 */
record PortEntity(int port, @Nullable String clusterId, String use, @Nullable Instant releasedAt) {

    static final String COLUMNS = "port, cluster_id, use_name, released_at";

    static PortEntity of(Row row) {
        var releasedAt = row.getOffsetDateTime("released_at");
        return new PortEntity(
                row.getInteger("port"),
                row.getString("cluster_id"),
                row.getString("use_name"),
                releasedAt == null ? null : releasedAt.toInstant());
    }

    PortLedger.Entry entry() {
        return new PortLedger.Entry(port, clusterId, use, releasedAt);
    }
}
