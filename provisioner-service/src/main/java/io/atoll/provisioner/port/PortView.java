package io.atoll.provisioner.port;

/**
 * A port and who holds it.
 *
 * @param use what the cluster uses it for, for example {@code broker-2.client}
 */
public record PortView(int port, String cluster, String use) {}
