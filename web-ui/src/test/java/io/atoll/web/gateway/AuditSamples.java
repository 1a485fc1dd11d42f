package io.atoll.web.gateway;

import io.atoll.contracts.audit.AuditDifference;
import io.atoll.contracts.audit.AuditEffectView;
import io.atoll.contracts.audit.AuditEntryView;
import io.atoll.contracts.audit.AuditOutcome;
import io.atoll.contracts.audit.AuditVerificationView;
import io.atoll.contracts.audit.AuditVerificationView.Fault;
import java.util.List;
import java.util.Map;

/** Entries of the audit as the gateway answers them. */
public final class AuditSamples {

    public static AuditEntryView changed() {
        var effect =
                new AuditEffectView(
                        Samples.NOW,
                        "cluster.update",
                        "cluster orders",
                        Map.of("description", "old"),
                        Map.of("description", "<b>thing</b>"),
                        List.of(new AuditDifference("/description", "old", "<b>thing</b>")));
        return entry("ada", "cluster.update", AuditOutcome.SUCCEEDED, 1, List.of(effect));
    }

    public static AuditEntryView denied() {
        return entry("<script>alert(1)</script>", "user.list", AuditOutcome.DENIED, 41, List.of());
    }

    private static AuditEntryView entry(
            String subject,
            String action,
            AuditOutcome outcome,
            long count,
            List<AuditEffectView> effects) {
        return new AuditEntryView(
                "01890a5d-ac96-774b-bcce-b302099a8057",
                17,
                Samples.NOW,
                subject,
                "key",
                "7Kq2vXbYc9ZtR4mPw1sD3f",
                "<i>ci</i>",
                action,
                "CLUSTER_UPDATE",
                "orders",
                outcome,
                200,
                "4bf92f3577b34da6a3ce929d0e0e4736",
                "10.1.2.3",
                "PUT",
                "/api/v1/clusters/orders",
                count,
                12L,
                false,
                null,
                effects);
    }

    public static AuditVerificationView intact() {
        return new AuditVerificationView(true, 17, 1, 17, "ab".repeat(32), null);
    }

    public static AuditVerificationView broken() {
        return new AuditVerificationView(
                false, 17, 1, 17, "ab".repeat(32), new Fault(9, "The row was changed."));
    }

    private AuditSamples() {}
}
