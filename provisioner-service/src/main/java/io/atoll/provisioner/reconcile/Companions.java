package io.atoll.provisioner.reconcile;

import io.atoll.contracts.spec.ClusterSpec;
import io.atoll.contracts.spec.ExternalKafkaSpec;
import io.atoll.contracts.spec.KafkaSpec;
import io.atoll.contracts.spec.RestProxyConfig;
import io.atoll.contracts.spec.UiConfig;
import io.atoll.provisioner.runtime.Fingerprint;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a spec asks for beside its cluster. Pure. */
final class Companions {

    private Companions() {}

    /** What is asked for and cannot be had. */
    static List<String> missing(ClusterSpec spec, Fingerprint runtime) {
        return switch (spec) {
            case KafkaSpec kafka -> {
                var asked = new ArrayList<String>();
                if (isAsked(kafka.restProxyConfig())) {
                    asked.add("rest_proxy");
                }
                if (isAsked(kafka.uiConfig())) {
                    asked.add("ui");
                }
                asked.removeAll(runtime.companions());
                yield asked;
            }
            case ExternalKafkaSpec _ -> List.of();
        };
    }

    private static boolean isAsked(@Nullable RestProxyConfig config) {
        return config != null && !Boolean.FALSE.equals(config.enabled());
    }

    private static boolean isAsked(@Nullable UiConfig config) {
        return config != null && !Boolean.FALSE.equals(config.enabled());
    }
}
