package io.atoll.contracts.spec;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a cluster that was stopped or deleted.
 *
 * @param keepDataOnDelete true: the data directory is set aside on deletion instead of removed
 * @param logRetentionDays days for which the nodes' own log files are kept
 */
public record RetentionPolicy(
        @Nullable Boolean keepDataOnDelete,
        @Nullable @Min(1) @Max(3_650) Integer logRetentionDays) {

    public static final RetentionPolicy DEFAULT = new RetentionPolicy(false, 30);
}
