package io.atoll.contracts.audit;

import org.jspecify.annotations.Nullable;

/**
 * What the check of the whole chain found.
 *
 * @param firstNo of the oldest row that is kept; 0 where there is none
 * @param lastHash hash of the last row, in hexadecimal digits: keep it elsewhere as an anchor
 * @param firstFault the first row that is wrong, absent where all are right
 */
public record AuditVerificationView(
        boolean intact,
        long rows,
        long firstNo,
        long lastNo,
        String lastHash,
        @Nullable Fault firstFault) {

    /**
     * @param what a sentence about what is wrong with the row
     */
    public record Fault(long no, String what) {}
}
