package io.atoll.provisioner.port;

import io.atoll.provisioner.machine.PortRange;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Counts the pool of ports. */
@ApplicationScoped
public class PoolQueries {

    private final PortStore store;
    private final PortRange pool;

    PoolQueries(PortStore store, PortConfig config) {
        this.store = store;
        this.pool = PortRange.parse(config.pool());
    }

    /**
     * @param free held by no cluster; another program may still use them
     */
    public record Pool(int total, int free) {}

    public Uni<Pool> pool() {
        return Panache.withSession(store::rows)
                .map(
                        rows -> {
                            var held =
                                    (int)
                                            rows.stream()
                                                    .filter(row -> row.clusterId != null)
                                                    .filter(row -> pool.contains(row.port))
                                                    .count();
                            var total = pool.last() - pool.first() + 1;
                            return new Pool(total, total - held);
                        });
    }
}
