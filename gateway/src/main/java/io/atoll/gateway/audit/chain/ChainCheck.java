package io.atoll.gateway.audit.chain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.atoll.contracts.audit.AuditVerificationView;
import io.atoll.contracts.audit.AuditVerificationView.Fault;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes all rows in their order, then the end of the chain as the database has it, and tells the
 * first fault.
 *
 * <pre>
 * hash of a row   ≠ worked out anew      → changed
 * hash before it  ≠ hash of the last row → put in, or others taken out
 * number          ≠ last + 1             → rows are missing
 * first number    ≠ 1                    → must be what the newest retention entry says
 * last row        ≠ head, anchor         → rows at the end are missing
 * </pre>
 */
final class ChainCheck {
    private static final String RETENTION = "audit_retention";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<Anchor> anchors;
    private byte[] lastHash = new byte[ChainHash.BYTES];
    private @Nullable ChainRow first;
    private @Nullable Anchor retired;
    private @Nullable Fault fault;
    private long last;
    private long rows;

    ChainCheck(List<Anchor> anchors) {
        this.anchors = List.copyOf(anchors);
    }

    /** Number of the last row taken. */
    long last() {
        return last;
    }

    void take(ChainRow row) {
        rows++;
        if (first == null) {
            first = row;
        } else {
            follows(row);
        }
        if (!MessageDigest.isEqual(ChainHash.of(row.previousHash(), row.fields()), row.hash())) {
            found(row.no(), "The row was changed: its hash does not fit what stands in it.");
        }
        anchors.stream()
                .filter(a -> a.no() == row.no() && !a.holds(row.hash()))
                .forEach(a -> found(row.no(), "The row is not the one that the anchor names."));
        if (row.action().equals(RETENTION)) {
            retired = retired(row);
        }
        last = row.no();
        lastHash = row.hash();
    }

    private void follows(ChainRow row) {
        if (row.no() != last + 1) {
            found(last + 1, "Rows are missing: the next one is %d.".formatted(row.no()));
        }
        if (!MessageDigest.isEqual(row.previousHash(), lastHash)) {
            found(row.no(), "The row does not follow the one before it.");
        }
    }

    /** With the end of the chain as the database notes it. */
    AuditVerificationView end(long headNo, byte[] headHash) {
        begins();
        if (headNo != last || !MessageDigest.isEqual(headHash, lastHash)) {
            found(
                    Math.min(headNo, last) + 1,
                    "The chain ends with row %d, where row %d is noted as its end."
                            .formatted(last, headNo));
        }
        anchors.stream()
                .filter(a -> a.no() > last)
                .forEach(a -> found(last + 1, "Rows up to %d are missing.".formatted(a.no())));
        long firstNo = first == null ? 0 : first.no();
        String hash = HexFormat.of().formatHex(lastHash);
        return new AuditVerificationView(fault == null, rows, firstNo, last, hash, fault);
    }

    private void begins() {
        if (first == null) {
            return;
        }
        Anchor before = retired == null ? new Anchor(0, "0".repeat(2 * ChainHash.BYTES)) : retired;
        if (first.no() != before.no() + 1 || !before.holds(first.previousHash())) {
            found(before.no() + 1, "Rows at the beginning are missing, and no entry says why.");
        }
    }

    /** The last row that a retention entry says to have been removed. */
    private static @Nullable Anchor retired(ChainRow row) {
        try {
            JsonNode document = JSON.readTree(row.document());
            return new Anchor(
                    document.path("removed_through").asLong(), document.path("last_hash").asText());
        } catch (JsonProcessingException _) {
            return null;
        }
    }

    /** The lowest number counts; of one row what was found first. */
    private void found(long no, String what) {
        if (fault == null || no < fault.no()) {
            fault = new Fault(no, what);
        }
    }
}
