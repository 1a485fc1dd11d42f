package io.atoll.contracts.audit;

import org.jspecify.annotations.Nullable;

/**
 * One value that differs.
 *
 * @param pointer JSON pointer of it
 * @param before absent where there was none
 * @param after absent where there is none
 */
public record AuditDifference(String pointer, @Nullable Object before, @Nullable Object after) {}
