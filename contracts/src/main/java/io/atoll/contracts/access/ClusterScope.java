package io.atoll.contracts.access;

import java.util.Map;

/** What a grant is held against: one cluster with the attributes that grants can name. */
public record ClusterScope(String id, String environment, Map<String, String> tags) {

    public ClusterScope {
        tags = Map.copyOf(tags);
    }
}
