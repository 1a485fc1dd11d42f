package io.atoll.gateway.legacy;

import io.atoll.contracts.cluster.ClusterView;
import io.atoll.contracts.legacy.LegacyCatalog;
import io.atoll.contracts.legacy.LegacyClusterStatus;
import io.atoll.contracts.legacy.LegacyDone;
import io.atoll.contracts.legacy.LegacyStartRequest;
import io.atoll.contracts.legacy.LegacyStopRequest;
import io.atoll.contracts.problem.ProblemType;
import io.atoll.contracts.topic.TopicView;
import io.atoll.gateway.door.route.Service;
import io.atoll.kit.refusal.AtollException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Starts, stops and shows the default cluster. Who asked for a start or stop gets the answer when
 * it is done, as there; today's routes answer at once.
 */
@ApplicationScoped
class LegacyClusterService {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);
    private static final int START_SECONDS = 60;
    private static final int STOP_SECONDS = 30;

    private final DefaultCluster cluster;
    private final Vertx vertx;
    private final Clock clock;

    LegacyClusterService(DefaultCluster cluster, Vertx vertx, Clock clock) {
        this.cluster = cluster;
        this.vertx = vertx;
        this.clock = clock;
    }

    Uni<LegacyClusterStatus> status(Visit visit) {
        return view(visit).map(found -> status(found, visit));
    }

    Uni<LegacyClusterStatus> start(Visit visit, @Nullable LegacyStartRequest request) {
        int seconds =
                Objects.requireNonNullElse(
                        request == null ? null : request.timeout(), START_SECONDS);
        return cluster.post(visit, Service.REGISTRY, "/start")
                .chain(() -> settled(visit, clock.instant().plusSeconds(seconds)))
                .map(found -> status(found, visit));
    }

    Uni<LegacyDone> stop(Visit visit, @Nullable LegacyStopRequest request) {
        boolean cleanup = request != null && Boolean.TRUE.equals(request.cleanup());
        int seconds =
                Objects.requireNonNullElse(
                        request == null ? null : request.timeout(), STOP_SECONDS);
        return cluster.post(visit, Service.REGISTRY, "/stop?cleanup=" + cleanup)
                .chain(() -> settled(visit, clock.instant().plusSeconds(seconds)))
                .map(ClusterTranslation::stopped);
    }

    /** Without topics where the cluster does not answer. */
    Uni<LegacyCatalog> catalog(Visit visit) {
        return view(visit)
                .chain(
                        found ->
                                topics(visit)
                                        .map(
                                                topics ->
                                                        CatalogFactory.catalog(
                                                                found,
                                                                topics,
                                                                clock.instant(),
                                                                visit.requestId())));
    }

    private Uni<List<TopicView>> topics(Visit visit) {
        return cluster.list(
                        visit, Service.OPS, "/topics?page_size=1000&config=true", TopicView.class)
                .onFailure(LegacyClusterService::isAway)
                .recoverWithItem(List.of());
    }

    private static boolean isAway(Throwable failure) {
        return failure instanceof AtollException refusal
                && refusal.type() == ProblemType.UNAVAILABLE;
    }

    private Uni<ClusterView> view(Visit visit) {
        return cluster.get(visit, Service.REGISTRY, "", ClusterView.class);
    }

    /** The cluster once it is as it was asked to be, or as it is when the time is over. */
    private Uni<ClusterView> settled(Visit visit, Instant until) {
        return view(visit)
                .chain(
                        found ->
                                ClusterTranslation.isSettled(found)
                                                || !clock.instant().isBefore(until)
                                        ? Uni.createFrom().item(found)
                                        : pause().chain(() -> settled(visit, until)));
    }

    /** Goes on on the same event loop. */
    private Uni<Void> pause() {
        return Uni.createFrom()
                .emitter(wait -> vertx.setTimer(LOOK_AGAIN.toMillis(), _ -> wait.complete(null)));
    }

    private LegacyClusterStatus status(ClusterView found, Visit visit) {
        return ClusterTranslation.status(found, clock.instant(), visit.requestId());
    }
}
