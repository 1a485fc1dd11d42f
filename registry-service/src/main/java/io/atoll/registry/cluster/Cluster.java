package io.atoll.registry.cluster;

import io.atoll.contracts.access.ClusterScope;
import io.atoll.contracts.access.Permission;
import io.atoll.contracts.cluster.ClusterView;
import io.atoll.contracts.spec.ClusterDesired;
import io.atoll.contracts.spec.ClusterKind;
import io.atoll.contracts.spec.ClusterNeed;
import io.atoll.contracts.spec.ClusterSpec;
import io.atoll.contracts.spec.ExternalKafkaSpec;
import io.atoll.contracts.spec.KafkaSpec;
import io.atoll.contracts.spec.Origin;
import io.atoll.contracts.status.ClusterStatus;
import io.atoll.kit.access.Caller;
import io.atoll.registry.capacity.Stake;
import io.atoll.registry.spec.NeedCalculator;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
            ClusterSpec spec,
            boolean readOnly) {

        Wish {
            tags = Map.copyOf(tags);
        }

        Wish with(ClusterSpec wanted) {
            return new Wish(name, description, environment, tags, wanted, readOnly);
        }

        Wish withReadOnly(boolean wanted) {
            return new Wish(name, description, environment, tags, spec, wanted);
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

    /** The same generation with the same wish, held in another form. */
    Cluster withSpec(ClusterSpec held) {
        return new Cluster(
                id,
                wish.with(held),
                templateId,
                templateVersion,
                generation,
                firstGeneration,
                deleting,
                warnings,
                need,
                createdAt,
                updatedAt,
                createdBy,
                status);
    }

    /** As it counts against limits. */
    Stake stake() {
        boolean running = managed().map(KafkaSpec::running).orElse(false);
        int brokers = managed().map(KafkaSpec::brokers).orElse(1);
        return new Stake(id, wish.environment(), createdBy, running, brokers, need, status);
    }

    /** What Atoll runs of it; empty where it runs elsewhere. */
    Optional<KafkaSpec> managed() {
        return switch (wish.spec()) {
            case KafkaSpec kafka -> Optional.of(kafka);
            case ExternalKafkaSpec _ -> Optional.empty();
        };
    }

    /** How it is reached where it runs elsewhere. */
    Optional<ExternalKafkaSpec> external() {
        return switch (wish.spec()) {
            case KafkaSpec _ -> Optional.empty();
            case ExternalKafkaSpec external -> Optional.of(external);
        };
    }

    Origin origin() {
        return external().isPresent() ? Origin.EXTERNAL : Origin.MANAGED;
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
                updatedAt,
                wish.readOnly());
    }

    /** As nobody in particular sees it. */
    ClusterView view() {
        return shown(null);
    }

    /** With what this caller may do to it. */
    ClusterView view(Caller caller) {
        return shown(caller.rights().onCluster(scope()));
    }

    private ClusterView shown(@Nullable Set<Permission> privileges) {
        KafkaSpec spec = managed().orElse(null);
        ExternalKafkaSpec external = external().orElse(null);
        return new ClusterView(
                id,
                wish.name(),
                wish.description(),
                ClusterKind.KAFKA,
                origin(),
                wish.environment(),
                spec == null ? null : spec.runtime(),
                templateId,
                templateVersion,
                generation,
                spec == null || spec.running(),
                deleting,
                spec == null ? status.nodes().size() : spec.brokers(),
                spec == null ? null : spec.kafkaConfig(),
                spec == null ? null : spec.restProxyConfig(),
                spec == null ? null : spec.uiConfig(),
                spec == null ? null : spec.ports(),
                spec == null ? null : spec.retentionPolicy(),
                wish.tags(),
                warnings,
                need,
                createdAt,
                updatedAt,
                createdBy,
                wish.readOnly(),
                external == null ? null : external.bootstrapServers(),
                external == null || external.credentials() == null
                        ? null
                        : external.credentials().view(),
                external == null ? null : external.clientProperties(),
                status,
                privileges);
    }
}
