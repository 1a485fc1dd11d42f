package io.atoll.provisioner.port;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code port_allocation}. */
@Entity
@Table(name = "port_allocation")
class PortEntity {

    @Id int port;

    @Column(name = "cluster_id")
    @Nullable String clusterId;

    @Column(name = "use_name")
    String use;

    @Column(name = "released_at")
    @Nullable Instant releasedAt;

    PortLedger.Entry entry() {
        return new PortLedger.Entry(port, clusterId, use, releasedAt);
    }
}
