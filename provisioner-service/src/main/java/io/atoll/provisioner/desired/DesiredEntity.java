package io.atoll.provisioner.desired;

import io.vertx.mutiny.sqlclient.Row;

/**
 * A row of {@code desired_cluster}.
 *
 * @param forgotten the registry knows the cluster no more
 * @param message as JSON
 */
record DesiredEntity(
        String id, long generation, boolean deleted, boolean forgotten, String message) {

    static final String COLUMNS = "id, generation, deleted, forgotten, message";

    static DesiredEntity of(Row row) {
        return new DesiredEntity(
                row.getString("id"),
                row.getLong("generation"),
                row.getBoolean("deleted"),
                row.getBoolean("forgotten"),
                row.getString("message"));
    }
}
