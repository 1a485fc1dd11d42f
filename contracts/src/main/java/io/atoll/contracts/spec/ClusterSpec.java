package io.atoll.contracts.spec;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * What is wanted of a cluster. Written by the registry alone; one permitted type for each kind, so
 * adding a kind is a list of compile errors to work through; and one for what runs elsewhere.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = KafkaSpec.class, name = "kafka"),
    @JsonSubTypes.Type(value = ExternalKafkaSpec.class, name = "external_kafka")
})
public sealed interface ClusterSpec permits KafkaSpec, ExternalKafkaSpec {

    /** True: it is to be up; false: stopped, data kept. */
    boolean running();

    @JsonIgnore
    ClusterKind clusterKind();
}
