package io.atoll.registry.external;

import io.atoll.contracts.cluster.UpdateClusterRequest;
import io.atoll.contracts.connection.HeldCredentials;
import io.atoll.contracts.problem.Problem.FieldError;
import io.atoll.contracts.spec.ExternalKafkaSpec;
import io.atoll.contracts.spec.Origin;
import io.atoll.kit.refusal.Invalid;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which fields of a change do not belong to a cluster of this origin. Pure. */
public final class UpdateRules {

    private UpdateRules() {}

    public static List<FieldError> misplaced(Origin origin, UpdateClusterRequest request) {
        return switch (origin) {
            case MANAGED -> ofExternal(request);
            case EXTERNAL -> ofManaged(request);
        };
    }

    /** True where a change needs another connection to the cluster. */
    public static boolean reconnects(UpdateClusterRequest request) {
        return !ofExternal(request).isEmpty();
    }

    /** A secret is bound to the addresses that it was given for. */
    public static @Nullable HeldCredentials kept(ExternalKafkaSpec spec, List<String> servers) {
        HeldCredentials held = spec.credentials();
        boolean moves = !List.copyOf(servers).equals(spec.bootstrapServers());
        if (moves && held != null && !held.sealed().secrets().isEmpty()) {
            throw new Invalid(
                    "/credentials",
                    "must be given again with other bootstrap servers: they were given for the old ones");
        }
        return held;
    }

    private static List<FieldError> ofExternal(UpdateClusterRequest request) {
        var errors = new Errors("belongs to external clusters; Atoll runs this one");
        errors.add("/bootstrap_servers", request.bootstrapServers());
        errors.add("/credentials", request.credentials());
        errors.add("/client_properties", request.clientProperties());
        return errors.found;
    }

    private static List<FieldError> ofManaged(UpdateClusterRequest request) {
        var errors = new Errors("cannot be set: Atoll does not run this cluster");
        errors.add("/brokers", request.brokers());
        errors.add("/kafka_config", request.kafkaConfig());
        errors.add("/rest_proxy_config", request.restProxyConfig());
        errors.add("/ui_config", request.uiConfig());
        errors.add("/ports", request.ports());
        errors.add("/retention_policy", request.retentionPolicy());
        return errors.found;
    }

    private static final class Errors {

        private final String reason;
        private final List<FieldError> found = new ArrayList<>();

        Errors(String reason) {
            this.reason = reason;
        }

        void add(String pointer, @Nullable Object given) {
            if (given != null) {
                found.add(new FieldError(pointer, reason));
            }
        }
    }
}
