package io.atoll.registry.cluster;

import io.atoll.contracts.access.ClusterScope;
import io.atoll.contracts.access.Permission;
import io.atoll.contracts.cluster.RegisterClusterRequest;
import io.atoll.contracts.cluster.UpdateClusterRequest;
import io.atoll.contracts.connection.ConnectionTest;
import io.atoll.contracts.connection.ConnectionTestRequest;
import io.atoll.contracts.connection.Credentials;
import io.atoll.contracts.connection.HeldCredentials;
import io.atoll.contracts.connection.RewrapView;
import io.atoll.contracts.connection.Secret;
import io.atoll.contracts.spec.ExternalKafkaSpec;
import io.atoll.contracts.status.ClusterStatus;
import io.atoll.kit.access.Caller;
import io.atoll.kit.refusal.Conflict;
import io.atoll.kit.refusal.Forbidden;
import io.atoll.kit.refusal.Unsupported;
import io.atoll.kit.seal.Unsealable;
import io.atoll.registry.external.Connection;
import io.atoll.registry.external.ConnectionRules;
import io.atoll.registry.external.ConnectionTests;
import io.atoll.registry.external.UpdateRules;
import io.atoll.registry.external.Vault;
import io.atoll.registry.request.EntityTag;
import io.atoll.registry.spec.NeedCalculator;
import io.atoll.registry.spec.Slug;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Clusters that run elsewhere: registered, and reached anew by other addresses or credentials. Each
 * connection is tested before it is stored, outside of any transaction.
 */
@ApplicationScoped
public class RegistrationService {

    /** Stands for the id that a connection under test does not have yet. */
    private static final String NO_CLUSTER = "connection-test";

    private final ClusterService clusters;
    private final ClusterQueries queries;
    private final ClusterDrafts drafts;
    private final ClusterStore store;
    private final ConnectionTests tests;
    private final Vault vault;

    RegistrationService(
            ClusterService clusters,
            ClusterQueries queries,
            ClusterDrafts drafts,
            ClusterStore store,
            ConnectionTests tests,
            Vault vault) {
        this.clusters = clusters;
        this.queries = queries;
        this.drafts = drafts;
        this.store = store;
        this.tests = tests;
        this.vault = vault;
    }

    Uni<ConnectionTest> test(ConnectionTestRequest request) {
        var wanted =
                Connection.of(
                        request.bootstrapServers(),
                        request.credentials(),
                        request.clientProperties());
        drafts.refuse(ConnectionRules.validate(wanted));
        var held = vault.hold(NO_CLUSTER, wanted, drafts.now());
        return tests.test(NO_CLUSTER, wanted.bootstrapServers(), held, wanted.clientProperties())
                .map(found -> found.warned(ConnectionRules.warnings(wanted.credentials())));
    }

    /** With the credentials that the cluster has. Changes nothing, so it may be read-only. */
    Uni<ConnectionTest> test(String id) {
        Caller caller = queries.caller();
        return Panache.withSession(() -> queries.visible(id, caller))
                .invoke(cluster -> caller.require(Permission.CLUSTER_TEST, cluster.scope()))
                .chain(this::found);
    }

    Uni<ClusterAnswer> register(
            RegisterClusterRequest request, @Nullable String key, boolean dryRun) {
        Caller caller = queries.caller();
        Cluster draft = draft(request, caller);
        return tested(draft)
                .chain(
                        tested ->
                                clusters.make(
                                        ClusterAction.REGISTER,
                                        request,
                                        () -> store.sealing().map(_ -> sealedAnew(tested)),
                                        key,
                                        dryRun,
                                        caller));
    }

    /** New credentials alone. */
    Uni<ClusterAnswer> rotate(
            String id, Credentials<Secret> credentials, @Nullable String ifMatch, boolean dryRun) {
        Caller caller = queries.caller();
        var request = UpdateClusterRequest.of(credentials);
        return current(id, caller)
                .invoke(before -> EntityTag.allow(ifMatch, before.generation()))
                .chain(before -> reconnect(before, request, dryRun, caller));
    }

    /** Other addresses, credentials or client properties, and whatever else the request changes. */
    Uni<ClusterAnswer> update(
            String id, UpdateClusterRequest request, @Nullable String ifMatch, boolean dryRun) {
        Caller caller = queries.caller();
        return current(id, caller)
                .invoke(before -> caller.require(Permission.CLUSTER_UPDATE, before.scope()))
                .invoke(before -> EntityTag.require(ifMatch, before.generation()))
                .chain(before -> reconnect(before, request, dryRun, caller));
    }

    /**
     * Puts every secret under the first key of today. What is being stored meanwhile is waited for
     * or comes under that key by itself: once this has answered, no other key is needed.
     *
     * @param dryRun true: only counts
     */
    Uni<RewrapView> rewrap(boolean dryRun) {
        Caller caller = queries.caller();
        if (!caller.mayEverywhere(Permission.CLUSTER_REGISTER)) {
            throw new Forbidden("This needs CLUSTER_REGISTER on all clusters.");
        }
        var none = new RewrapView(0, vault.refresh(), List.of());
        return Panache.withTransaction(() -> store.sealed().chain(store::externalIds))
                .onItem()
                .transformToMulti(Multi.createFrom()::iterable)
                .onItem()
                .transformToUniAndConcatenate(id -> rewrap(id, dryRun, none.keyId()))
                .collect()
                .with(Collectors.reducing(none, RewrapView::plus));
    }

    private Uni<RewrapView> rewrap(String id, boolean dryRun, String keyId) {
        Uni<Boolean> changed = dryRun ? isUnderOtherKey(id) : clusters.rewrite(id, this::rewrapped);
        return changed.map(yes -> new RewrapView(yes ? 1 : 0, keyId, List.of()))
                .onFailure(Unsealable.class)
                .recoverWithItem(() -> new RewrapView(0, keyId, List.of(id)));
    }

    private Uni<Boolean> isUnderOtherKey(String id) {
        return Panache.withSession(() -> store.find(id))
                .map(found -> found.filter(c -> !rewrapped(c).equals(c)).isPresent());
    }

    /**
     * Under the first key of now: that of the draft may have been replaced while the connection was
     * tested. Called where its row is locked, or none may be rewrapped.
     */
    private Cluster sealedAnew(Cluster draft) {
        vault.renew();
        return rewrapped(draft);
    }

    private Uni<Cluster> current(String id, Caller caller) {
        return Panache.withSession(() -> queries.visible(id, caller))
                .invoke(before -> caller.require(Permission.CLUSTER_REGISTER, before.scope()));
    }

    private Uni<ClusterAnswer> reconnect(
            Cluster before, UpdateClusterRequest request, boolean dryRun, Caller caller) {
        var spec = before.external().orElseThrow(() -> managed(before.id()));
        var wanted = wanted(before.id(), spec, request);
        Cluster draft = drafts.changed(before, request, wanted, caller);
        return tested(draft)
                .chain(
                        after ->
                                clusters.change(
                                        before.id(),
                                        ClusterAction.RECONNECT,
                                        caller,
                                        dryRun,
                                        (now, c) -> sealedAnew(unchanged(now, before, after))))
                .map(RegistrationService::current);
    }

    private static ClusterAnswer current(ClusterAnswer answer) {
        return answer instanceof ClusterAnswer.Accepted(var view)
                ? new ClusterAnswer.Current(view)
                : answer;
    }

    private static Cluster unchanged(Cluster now, Cluster before, Cluster after) {
        if (now.generation() != before.generation()) {
            throw new Conflict(
                    "Cluster '%s' was changed while the connection was tested. Try again."
                            .formatted(now.id()));
        }
        return after;
    }

    private ExternalKafkaSpec wanted(
            String id, ExternalKafkaSpec spec, UpdateClusterRequest request) {
        List<String> servers =
                request.bootstrapServers() == null
                        ? spec.bootstrapServers()
                        : request.bootstrapServers();
        Map<String, String> properties =
                request.clientProperties() == null
                        ? spec.clientProperties()
                        : request.clientProperties();
        var wanted = Connection.of(servers, request.credentials(), properties);
        drafts.refuse(ConnectionRules.validate(wanted));
        HeldCredentials held =
                request.credentials() == null
                        ? UpdateRules.kept(spec, servers)
                        : vault.hold(id, wanted, drafts.now());
        return new ExternalKafkaSpec(servers, held, properties);
    }

    private Uni<Cluster> tested(Cluster draft) {
        return found(draft)
                .map(ConnectionTests::require)
                .map(found -> draft.warned(found.warnings()));
    }

    /** What a test finds, with what a person should know of the credentials first. */
    private Uni<ConnectionTest> found(Cluster cluster) {
        var spec = cluster.external().orElseThrow(() -> managed(cluster.id()));
        HeldCredentials held = spec.credentials();
        if (held == null) {
            throw new IllegalStateException("without credentials: " + cluster.id());
        }
        return tests.test(cluster.id(), spec.bootstrapServers(), held, spec.clientProperties())
                .map(found -> found.warned(ConnectionRules.warnings(held.sealed())));
    }

    private Cluster rewrapped(Cluster cluster) {
        return cluster.withSpec(vault.rewrap(cluster.external().orElseThrow()));
    }

    private Cluster draft(RegisterClusterRequest request, Caller caller) {
        String id = request.id() == null ? Slug.of(request.name()) : request.id();
        var tags = ClusterDrafts.present(request.tags());
        drafts.mayHave(
                caller,
                Permission.CLUSTER_REGISTER,
                new ClusterScope(id, request.environment(), tags));
        var wanted =
                Connection.of(
                        request.bootstrapServers(),
                        request.credentials(),
                        request.clientProperties());
        drafts.refuse(drafts.problems(id, request, ConnectionRules.validate(wanted)));
        Instant now = drafts.now();
        var spec =
                new ExternalKafkaSpec(
                        wanted.bootstrapServers(),
                        vault.hold(id, wanted, now),
                        wanted.clientProperties());
        var wish =
                new Cluster.Wish(
                        request.name(),
                        request.description(),
                        request.environment(),
                        tags,
                        spec,
                        Boolean.TRUE.equals(request.readOnly()));
        return new Cluster(
                id,
                wish,
                null,
                null,
                1,
                1,
                false,
                List.of(),
                NeedCalculator.need(spec),
                now,
                now,
                caller.subject(),
                ClusterStatus.pending(now));
    }

    private static Unsupported managed(String id) {
        return new Unsupported(
                "Cluster '%s' is run by Atoll: it has no connection to give or to test."
                        .formatted(id));
    }
}
