package io.atoll.contracts.cluster;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * What is wanted of a cluster. Written by the registry alone; one permitted type for each kind, so
 * adding a kind is a list of compile errors to work through.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes(@JsonSubTypes.Type(value = KafkaSpec.class, name = "kafka"))
public sealed interface ClusterSpec permits KafkaSpec {

    /** Where its nodes run. */
    RuntimeName runtime();

    /** True: nodes run; false: stopped, data kept. */
    boolean running();

    /**
     * Rises with each restart that is asked for; a node started under a lower number is started
     * again.
     */
    long restarts();

    /** Rises with each stop that cleans up; data of a lower number is wiped. */
    long dataEpoch();

    @JsonIgnore
    ClusterKind clusterKind();
}
