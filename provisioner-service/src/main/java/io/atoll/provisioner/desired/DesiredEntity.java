package io.atoll.provisioner.desired;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A row of {@code desired_cluster}. */
@Entity
@Table(name = "desired_cluster")
class DesiredEntity {

    @Id String id;

    long generation;

    boolean deleted;

    /** The registry knows the cluster no more. */
    boolean forgotten;

    /** The message as JSON. */
    String message;
}
