package io.atoll.kit.control;

/**
 * The right to work on a key until the lease ends.
 *
 * @param fence rises with every claim of the key; a write is allowed to the highest alone
 * @param attempts failures in a row before this run
 * @param wake how often the key had been woken when it was claimed
 */
public record Claim(String key, long fence, int attempts, long wake) {}
