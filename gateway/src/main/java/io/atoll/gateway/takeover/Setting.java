package io.atoll.gateway.takeover;

/**
 * One setting of a file.
 *
 * @param name as it stands there
 * @param key where it belongs, for example {@code kafka.broker_port}
 */
record Setting(String name, String key, String value) {}
