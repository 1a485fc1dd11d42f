package io.atoll.contracts.connection;

/**
 * @param clusters how many held a secret that another than the first key had sealed; with {@code
 *     dry_run} they hold it still
 * @param keyId of the first key, with which all are sealed then
 */
public record RewrapView(int clusters, String keyId) {}
