package io.atoll.registry.cluster;

import io.atoll.contracts.access.ClusterScope;
import io.atoll.contracts.cluster.ClusterDesired;
import io.atoll.contracts.cluster.ClusterKind;
import io.atoll.contracts.cluster.ClusterNeed;
import io.atoll.contracts.cluster.ClusterStatus;
import io.atoll.contracts.cluster.ClusterView;
import io.atoll.contracts.cluster.KafkaSpec;
import io.atoll.contracts.cluster.Origin;
import io.atoll.registry.capacity.Stake;
import io.atoll.registry.spec.NeedCalculator;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A cluster at one moment.
 *
 * @param firstGeneration generation it was made with; above 1 where its id was used before
 */
record Cluster(
        String id,
        Wish wish,
        @Nullable String templateId,
        @Nullable Integer templateVersion,
        long generation,
        long firstGeneration,
        boolean deleting,
        List<String> warnings,
        ClusterNeed need,
        Instant createdAt,
        Instant updatedAt,
        @Nullable String createdBy,
        ClusterStatus status) {

    /** The part of a cluster that people change; its generation counts the changes. */
    record Wish(
            String name,
            @Nullable String description,
            String environment,
            Map<String, String> tags,
            KafkaSpec spec) {

        Wish {
            tags = Map.copyOf(tags);
        }

        Wish with(KafkaSpec wanted) {
            return new Wish(name, description, environment, tags, wanted);
        }
    }

    Cluster {
        warnings = List.copyOf(warnings);
    }

    /** This new cluster, beginning with another generation than the first. */
    Cluster beginningAt(long first) {
        return new Cluster(
                id,
                wish,
                templateId,
                templateVersion,
                first,
                first,
                deleting,
                warnings,
                need,
                createdAt,
                updatedAt,
                createdBy,
                status);
    }

    Cluster warned(List<String> warned) {
        return new Cluster(
                id,
                wish,
                templateId,
                templateVersion,
                generation,
                firstGeneration,
                deleting,
                warned,
                need,
                createdAt,
                updatedAt,
                createdBy,
                status);
    }

    /** As it counts against limits. */
    Stake stake() {
        KafkaSpec spec = wish.spec();
        return new Stake(
                id, wish.environment(), createdBy, spec.running(), spec.brokers(), need, status);
    }

    ClusterScope scope() {
        return new ClusterScope(id, wish.environment(), wish.tags());
    }

    /** The next generation of this cluster. */
    Cluster next(Wish wanted, boolean deleted, List<String> warned, Instant now) {
        return new Cluster(
                id,
                wanted,
                templateId,
                templateVersion,
                generation + 1,
                firstGeneration,
                deleted,
                warned,
                NeedCalculator.need(wanted.spec()),
                createdAt,
                now,
                createdBy,
                status);
    }

    ClusterDesired desired(@Nullable String subject) {
        return new ClusterDesired(
                id,
                wish.name(),
                wish.environment(),
                wish.tags(),
                generation,
                deleting,
                wish.spec(),
                need,
                createdBy,
                subject,
                updatedAt);
    }

    ClusterView view() {
        KafkaSpec spec = wish.spec();
        return new ClusterView(
                id,
                wish.name(),
                wish.description(),
                ClusterKind.KAFKA,
                Origin.MANAGED,
                wish.environment(),
                spec.runtime(),
                templateId,
                templateVersion,
                generation,
                spec.running(),
                deleting,
                spec.brokers(),
                spec.kafkaConfig(),
                spec.restProxyConfig(),
                spec.uiConfig(),
                spec.ports(),
                spec.retentionPolicy(),
                wish.tags(),
                warnings,
                need,
                createdAt,
                updatedAt,
                createdBy,
                status);
    }
}
