package io.atoll.contracts.cluster;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * Asks for a cluster: one to make, which is what no {@code origin} means, or one to register. Each
 * has the field itself, so that a word that is no origin is refused.
 */
@JsonTypeInfo(
        use = JsonTypeInfo.Id.NAME,
        include = JsonTypeInfo.As.EXISTING_PROPERTY,
        property = "origin",
        visible = true,
        defaultImpl = CreateClusterRequest.class)
@JsonSubTypes({
    @JsonSubTypes.Type(value = CreateClusterRequest.class, name = "managed"),
    @JsonSubTypes.Type(value = RegisterClusterRequest.class, name = "external")
})
public sealed interface NewClusterRequest permits CreateClusterRequest, RegisterClusterRequest {

    String name();
}
