package io.atoll.contracts.legacy;

/** Answer of {@code POST /topics} and {@code DELETE /topics/{topic}}. */
public record LegacyTopicDone(boolean success, String message, String topic) {}
