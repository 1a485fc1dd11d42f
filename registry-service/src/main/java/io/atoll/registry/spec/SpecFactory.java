package io.atoll.registry.spec;

import io.atoll.contracts.cluster.CreateClusterRequest;
import io.atoll.contracts.cluster.UpdateClusterRequest;
import io.atoll.contracts.spec.KafkaConfig;
import io.atoll.contracts.spec.KafkaSpec;
import io.atoll.contracts.spec.RestProxyConfig;
import io.atoll.contracts.spec.RetentionPolicy;
import io.atoll.contracts.spec.RuntimeName;
import io.atoll.contracts.spec.UiConfig;
import io.atoll.contracts.template.TemplateView.Defaults;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes complete specs. Pure. */
public final class SpecFactory {

    /** What a Kafka cluster gets where neither request nor template says anything. */
    public static final Defaults GROUND =
            new Defaults(
                    1,
                    new KafkaConfig(
                            "1G", 168, 1_073_741_824, 3, 1, 3, 8, 102_400, 102_400, Map.of()),
                    null,
                    null);

    private static final RestProxyConfig REST_PROXY =
            new RestProxyConfig(true, "512M", 30_000, 30_000, Map.of());

    private static final UiConfig UI = new UiConfig(true, "512M", Map.of(), false, true, true);

    private SpecFactory() {}

    /**
     * @param defaults the template's values, each field set
     */
    public static KafkaSpec create(
            Defaults defaults, CreateClusterRequest wish, RuntimeName defaultRuntime) {
        ConfigOverlay overlay = ConfigOverlay.merging();
        return new KafkaSpec(
                wish.runtime() == null ? defaultRuntime : wish.runtime(),
                wish.autoStart() == null || wish.autoStart(),
                0,
                0,
                wish.brokers() == null ? defaults.brokers() : wish.brokers(),
                overlay.kafka(defaults.kafkaConfig(), wish.kafkaConfig()),
                restProxy(overlay, defaults.restProxyConfig(), wish.restProxyConfig()),
                ui(overlay, defaults.uiConfig(), wish.uiConfig()),
                wish.ports(),
                overlay.retention(RetentionPolicy.DEFAULT, wish.retentionPolicy()));
    }

    /** What the wish leaves open stays; a map that it gives takes the place of the old one. */
    public static KafkaSpec update(KafkaSpec spec, UpdateClusterRequest wish) {
        ConfigOverlay overlay = ConfigOverlay.replacing();
        return new KafkaSpec(
                spec.runtime(),
                spec.running(),
                spec.restarts(),
                spec.dataEpoch(),
                wish.brokers() == null ? spec.brokers() : wish.brokers(),
                overlay.kafka(spec.kafkaConfig(), wish.kafkaConfig()),
                restProxy(overlay, spec.restProxyConfig(), wish.restProxyConfig()),
                ui(overlay, spec.uiConfig(), wish.uiConfig()),
                overlay.ports(spec.ports(), wish.ports()),
                overlay.retention(spec.retentionPolicy(), wish.retentionPolicy()));
    }

    private static @Nullable RestProxyConfig restProxy(
            ConfigOverlay overlay,
            @Nullable RestProxyConfig under,
            @Nullable RestProxyConfig over) {
        RestProxyConfig both = overlay.restProxy(under, over);
        return both == null || Boolean.FALSE.equals(both.enabled())
                ? null
                : overlay.restProxy(REST_PROXY, both);
    }

    private static @Nullable UiConfig ui(
            ConfigOverlay overlay, @Nullable UiConfig under, @Nullable UiConfig over) {
        UiConfig both = overlay.ui(under, over);
        return both == null || Boolean.FALSE.equals(both.enabled()) ? null : overlay.ui(UI, both);
    }
}
