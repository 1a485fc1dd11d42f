package io.atoll.contracts.topic;

import io.atoll.contracts.audit.Audited;

/** That records were written: how many, never which. */
public record ProducedCount(String topic, int records) implements Audited {}
