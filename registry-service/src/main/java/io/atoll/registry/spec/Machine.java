package io.atoll.registry.spec;

/** What a machine has, in bytes. */
public record Machine(long memoryTotal, long memoryFree, long diskFree) {}
