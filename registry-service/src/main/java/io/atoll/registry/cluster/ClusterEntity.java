package io.atoll.registry.cluster;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A row of {@code cluster}. */
@Entity
@Table(name = "cluster")
class ClusterEntity {

    @Id String id;

    String name;

    @Nullable String description;

    String kind;

    String origin;

    @Column(name = "read_only")
    boolean readOnly;

    String environment;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(columnDefinition = "jsonb")
    String tags;

    @Column(name = "template_id")
    @Nullable String templateId;

    @Column(name = "template_version")
    @Nullable Integer templateVersion;

    long generation;

    @Column(name = "first_generation")
    long firstGeneration;

    boolean deleting;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(columnDefinition = "jsonb")
    String spec;

    /** A JSON array. */
    String warnings;

    @Column(name = "memory_bytes")
    long memoryBytes;

    @Column(name = "disk_bytes")
    long diskBytes;

    int ports;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "updated_at")
    Instant updatedAt;

    @Column(name = "created_by")
    @Nullable String createdBy;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(columnDefinition = "jsonb")
    String status;

    String phase;

    @Column(name = "status_sequence")
    long statusSequence;
}
