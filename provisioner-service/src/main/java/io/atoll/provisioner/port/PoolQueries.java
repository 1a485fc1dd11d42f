package io.atoll.provisioner.port;

import io.atoll.provisioner.machine.PortRange;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;

/** Counts the pool of ports. */
@ApplicationScoped
public class PoolQueries {

    private final Pool database;
    private final PortStore store;
    private final PortRange pool;

    PoolQueries(Pool database, PortStore store, PortConfig config) {
        this.database = database;
        this.store = store;
        this.pool = PortRange.parse(config.pool());
    }

    /**
     * @param free held by no cluster; another program may still use them
     */
    public record Count(int total, int free) {}

    public Uni<Count> pool() {
        return store.rows(database)
                .map(
                        rows -> {
                            var held =
                                    (int)
                                            rows.stream()
                                                    .filter(row -> row.clusterId() != null)
                                                    .filter(row -> pool.contains(row.port()))
                                                    .count();
                            var total = pool.last() - pool.first() + 1;
                            return new Count(total, total - held);
                        });
    }
}
