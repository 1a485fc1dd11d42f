package io.atoll.contracts.status;

/**
 * The full status of one cluster, as published on {@link
 * io.atoll.contracts.Topics#CLUSTERS_STATUS}.
 *
 * @param sequence rises with each message of this cluster; a lower one is older
 * @param gone true: nothing of the cluster is left; the registry may forget it
 */
public record ClusterStatusChanged(String id, long sequence, boolean gone, ClusterStatus status) {}
