package io.atoll.gateway.rate.quota;

import io.atoll.contracts.access.Permission;
import io.atoll.contracts.limit.LimitClass;
import io.atoll.contracts.limit.LimitClass.Whom;
import io.atoll.contracts.limit.LimitRequest;
import io.atoll.kit.access.CallerContext;
import io.atoll.kit.problem.NearNames;
import io.atoll.kit.refusal.Forbidden;
import io.atoll.kit.refusal.Invalid;
import io.atoll.kit.refusal.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Who may look at and change limits, and what they can be. */
@ApplicationScoped
class LimitChecks {
    private static final Set<String> KINDS = Set.of("user", "key");
    private static final Pattern SUBJECT = Pattern.compile("[\\p{Graph}]{1,200}");
    private static final int MOST_CONCURRENT = 10_000;

    private final CallerContext context;

    LimitChecks(CallerContext context) {
        this.context = context;
    }

    /** Limits are of all clusters: a grant on some of them is not enough. */
    void require(Permission permission) {
        if (!context.caller().mayEverywhere(permission)) {
            throw new Forbidden(
                    "You may not do this: it needs " + permission + " on all clusters.");
        }
    }

    String caller() {
        return context.caller().subject();
    }

    static LimitClass limitClass(String wire) {
        List<String> names = Arrays.stream(LimitClass.values()).map(LimitClass::wire).toList();
        if (!names.contains(wire)) {
            throw new NotFound("class of limits", wire, NearNames.of(wire, names));
        }
        return LimitClass.of(wire);
    }

    static Tenant tenant(LimitClass limitClass, String kind, String subject) {
        if (!KINDS.contains(kind) || !SUBJECT.matcher(subject).matches()) {
            throw new NotFound("user or key", kind + "/" + subject, List.of());
        }
        if (limitClass.whom() == Whom.ADDRESS) {
            throw new Invalid(
                    "", "The class " + limitClass.wire() + " counts addresses, not users or keys.");
        }
        return new Tenant(kind, subject);
    }

    /** The token of a page is {@code kind/subject}, empty for the first page. */
    static Tenant after(String pageToken) {
        int slash = pageToken.indexOf('/');
        return slash < 0
                ? new Tenant("", "")
                : new Tenant(pageToken.substring(0, slash), pageToken.substring(slash + 1));
    }

    static Limit limit(LimitClass limitClass, LimitRequest request) {
        int quota = request.quota();
        if (quota < limitClass.lowest()) {
            throw new Invalid("/quota", "must be at least " + limitClass.lowest() + " here");
        }
        if (limitClass.hasWindow() && request.windowSeconds() == null) {
            throw new Invalid("/window_seconds", "is needed here");
        }
        if (!limitClass.hasWindow() && request.windowSeconds() != null) {
            throw new Invalid("/window_seconds", "must not be given here");
        }
        if (!limitClass.hasWindow() && quota > MOST_CONCURRENT) {
            throw new Invalid("/quota", "must be at most " + MOST_CONCURRENT + " here");
        }
        return Limit.of(limitClass, request);
    }
}
