package io.atoll.ops.message;

import io.atoll.kit.refusal.TooManyRequests;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.time.Duration;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/// Lets large bodies of records in only while there is room for them in the heap, before they are
/// read.
class BodyAdmission {

    private static final String HELD = BodyAdmission.class.getName();

    /// Bytes below which a body is not worth counting.
    private static final int SMALL = 64 << 10;

    /// What a body of unknown length is taken for: the most that is accepted.
    private static final int LARGEST = 8 << 20;

    private final HeapBudget budget;

    BodyAdmission(HeapBudget budget) {
        this.budget = budget;
    }

    @ServerRequestFilter
    void admit(ContainerRequestContext request) {
        if (!request.getMethod().equals("POST")
                || !request.getUriInfo().getPath().endsWith("/produce")) {
            return;
        }
        long length = request.getLength() < 0 ? LARGEST : request.getLength();
        if (length < SMALL) {
            return;
        }
        if (!budget.tryReserve(length)) {
            throw new TooManyRequests(
                    "Too many large requests are under way. Try again, or send fewer records at once.",
                    Duration.ofSeconds(1));
        }
        request.setProperty(HELD, length);
    }

    @ServerResponseFilter
    void leave(ContainerRequestContext request) {
        if (request.getProperty(HELD) instanceof Long length) {
            request.removeProperty(HELD);
            budget.release(length);
        }
    }
}
