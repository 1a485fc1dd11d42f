package io.atoll.contracts.legacy;

/**
 * Answer of {@code POST /cluster/stop}.
 *
 * @param success false where the cluster still stops
 */
public record LegacyDone(boolean success, String message) {}
