package io.atoll.contracts.connection;

/**
 * @param clusters how many hold a secret that another than the first key had sealed
 * @param keyId of the first key, with which all are sealed now
 */
public record RewrapView(int clusters, String keyId) {}
