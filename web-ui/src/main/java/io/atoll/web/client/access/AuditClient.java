package io.atoll.web.client.access;

import com.fasterxml.jackson.core.type.TypeReference;
import io.atoll.contracts.audit.AuditEntryView;
import io.atoll.contracts.audit.AuditVerificationView;
import io.atoll.web.client.Answer;
import io.atoll.web.client.GatewayClient;
import io.atoll.web.client.Query;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The audit and the check of it. */
@ApplicationScoped
public class AuditClient {

    private static final TypeReference<List<AuditEntryView>> LIST = new TypeReference<>() {};
    private static final TypeReference<AuditVerificationView> CHECK = new TypeReference<>() {};

    private final GatewayClient gateway;

    AuditClient(GatewayClient gateway) {
        this.gateway = gateway;
    }

    public Uni<Answer<List<AuditEntryView>>> page(Query query) {
        return gateway.getPaged(query, LIST);
    }

    public Uni<AuditVerificationView> verification() {
        return gateway.get("/api/v1/audit/verification", CHECK);
    }
}
