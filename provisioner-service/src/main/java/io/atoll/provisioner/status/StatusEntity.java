package io.atoll.provisioner.status;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A row of {@code cluster_status}. */
@Entity
@Table(name = "cluster_status")
class StatusEntity {

    @Id String id;

    long sequence;

    boolean gone;

    /** As JSON; absent once the cluster is forgotten. */
    @Nullable String status;
}
