package io.atoll.provisioner.status;

import io.vertx.mutiny.sqlclient.Row;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code cluster_status}.
 *
 * @param status as JSON; absent once the cluster is forgotten
 */
record StatusEntity(String id, long sequence, boolean gone, @Nullable String status) {

    static final String COLUMNS = "id, sequence, gone, status";

    static StatusEntity of(Row row) {
        return new StatusEntity(
                row.getString("id"),
                row.getLong("sequence"),
                row.getBoolean("gone"),
                row.getString("status"));
    }
}
