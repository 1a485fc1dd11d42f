package io.atoll.registry.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.atoll.contracts.access.ClusterScope;
import io.atoll.contracts.access.Permission;
import io.atoll.contracts.cluster.ClusterPlan;
import io.atoll.contracts.cluster.CreateClusterRequest;
import io.atoll.contracts.cluster.RegisterClusterRequest;
import io.atoll.contracts.cluster.UpdateClusterRequest;
import io.atoll.contracts.problem.Problem.FieldError;
import io.atoll.contracts.spec.ClusterSpec;
import io.atoll.contracts.spec.ExternalKafkaSpec;
import io.atoll.contracts.spec.KafkaSpec;
import io.atoll.contracts.status.ClusterStatus;
import io.atoll.contracts.template.TemplateView.Resources;
import io.atoll.kit.access.Caller;
import io.atoll.kit.outbox.StoredJson;
import io.atoll.kit.refusal.Forbidden;
import io.atoll.kit.refusal.Invalid;
import io.atoll.registry.external.UpdateRules;
import io.atoll.registry.runtime.RuntimeChoice;
import io.atoll.registry.runtime.RuntimeQueries;
import io.atoll.registry.spec.ClusterConfig;
import io.atoll.registry.spec.NeedCalculator;
import io.atoll.registry.spec.Slug;
import io.atoll.registry.spec.SpecFactory;
import io.atoll.registry.spec.SpecPointers;
import io.atoll.registry.spec.SpecValidator;
import io.atoll.registry.spec.TextRules;
import io.atoll.registry.template.ResolvedTemplate;
import io.atoll.registry.template.TemplateStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes clusters as they would be from requests, or says all that is wrong with a request. */
@ApplicationScoped
class ClusterDrafts {

    private static final Resources NO_NEEDS = new Resources(0, 0, 0, 0);

    private final SpecValidator validator = new SpecValidator();
    private final TemplateStore templates;
    private final RuntimeQueries runtimes;
    private final ClusterConfig config;
    private final StoredJson json;
    private final Clock clock;

    ClusterDrafts(
            TemplateStore templates,
            RuntimeQueries runtimes,
            ClusterConfig config,
            StoredJson json,
            Clock clock) {
        this.templates = templates;
        this.runtimes = runtimes;
        this.config = config;
        this.json = json;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    ClusterPlan plan(ClusterAction action, @Nullable Cluster before, Cluster after) {
        return new ClusterPlanner(json).plan(action, before, after);
    }

    /** Asked before anything else: an answer that was kept is for who may make the cluster, too. */
    void requireMayCreate(CreateClusterRequest request, Caller caller) {
        mayHave(
                caller,
                Permission.CLUSTER_CREATE,
                new ClusterScope(id(request), request.environment(), present(request.tags())));
    }

    private static String id(CreateClusterRequest request) {
        return request.id() == null ? Slug.of(request.name()) : request.id();
    }

    /**
     * A cluster of a new id, for who may make it; whether id, name and ports are free is not looked
     * at here.
     */
    Uni<Cluster> first(CreateClusterRequest request, Caller caller) {
        String id = id(request);
        Map<String, String> tags = present(request.tags());
        String template =
                request.templateId() == null ? config.defaultTemplate() : request.templateId();
        return runtimes.choose(request.runtime())
                .chain(
                        runtime ->
                                templates
                                        .resolve(template)
                                        .chain(
                                                found ->
                                                        first(
                                                                request,
                                                                new Basis(id, tags, found, runtime),
                                                                caller)));
    }

    /** What a new cluster is made of beside its request. */
    private record Basis(
            String id,
            Map<String, String> tags,
            Optional<ResolvedTemplate> template,
            RuntimeChoice runtime) {}

    private Uni<Cluster> first(CreateClusterRequest request, Basis basis, Caller caller) {
        String template = request.templateId();
        if (basis.template().isPresent()) {
            return Uni.createFrom().item(() -> first(request, basis, List.of(), caller));
        }
        return templates
                .near(template == null ? config.defaultTemplate() : template)
                .map(near -> first(request, basis, unknown(near), caller));
    }

    private Cluster first(
            CreateClusterRequest request,
            Basis basis,
            List<FieldError> unknownTemplate,
            Caller caller) {
        String id = basis.id();
        Optional<ResolvedTemplate> template = basis.template();
        var defaults = template.map(ResolvedTemplate::defaults).orElse(SpecFactory.GROUND);
        KafkaSpec spec = SpecFactory.create(defaults, request, basis.runtime().runtime());
        List<FieldError> errors = new ArrayList<>(texts(request));
        errors.addAll(unknownTemplate);
        errors.addAll(basis.runtime().errors());
        if (id.isEmpty()) {
            errors.add(new FieldError("/id", "cannot be made from this name; give one"));
        }
        errors.addAll(validator.validate(spec, SpecPointers.CLUSTER));
        refuse(errors);
        Instant now = now();
        return new Cluster(
                id,
                new Cluster.Wish(
                        request.name(),
                        request.description(),
                        request.environment(),
                        basis.tags(),
                        spec,
                        Boolean.TRUE.equals(request.readOnly())),
                template.map(ResolvedTemplate::id).orElse(null),
                template.map(ResolvedTemplate::version).orElse(null),
                1,
                1,
                false,
                warnings(spec, template, basis.runtime()),
                NeedCalculator.need(spec),
                now,
                now,
                caller.subject(),
                ClusterStatus.pending(now));
    }

    /** The cluster with the wishes of a request; the same object where they change nothing. */
    Cluster changed(Cluster before, UpdateClusterRequest request, Caller caller) {
        ClusterSpec spec =
                switch (before.wish().spec()) {
                    case KafkaSpec kafka -> SpecFactory.update(kafka, request);
                    case ExternalKafkaSpec external -> external;
                };
        return changed(before, request, spec, caller);
    }

    /** The same, with the spec that the request leads to. */
    Cluster changed(Cluster before, UpdateClusterRequest request, ClusterSpec spec, Caller caller) {
        Cluster.Wish old = before.wish();
        Cluster.Wish wish =
                new Cluster.Wish(
                        request.name() == null ? old.name() : request.name(),
                        request.description() == null ? old.description() : request.description(),
                        request.environment() == null ? old.environment() : request.environment(),
                        request.tags() == null ? old.tags() : present(request.tags()),
                        spec,
                        request.readOnly() == null ? old.readOnly() : request.readOnly());
        mayHave(
                caller,
                Permission.CLUSTER_UPDATE,
                new ClusterScope(before.id(), wish.environment(), wish.tags()));
        List<FieldError> errors = new ArrayList<>(texts(request));
        errors.addAll(UpdateRules.misplaced(before.origin(), request));
        if (spec instanceof KafkaSpec kafka && old.spec() instanceof KafkaSpec former) {
            errors.addAll(validator.validate(kafka, SpecPointers.CLUSTER));
            errors.addAll(scaling(former.brokers(), kafka.brokers()));
        }
        refuse(errors);
        return wish.equals(old) ? before : before.next(wish, false, warnings(before, spec), now());
    }

    /** What a connection test found to warn of stays until the next. */
    private static List<String> warnings(Cluster before, ClusterSpec spec) {
        return switch (spec) {
            case KafkaSpec kafka -> SpecValidator.warnings(kafka);
            case ExternalKafkaSpec _ -> before.warnings();
        };
    }

    /** All that is wrong with what a request to register says beside its connection. */
    List<FieldError> problems(String id, RegisterClusterRequest request, List<FieldError> more) {
        List<FieldError> errors = new ArrayList<>(texts(request));
        if (id.isEmpty()) {
            errors.add(new FieldError("/id", "cannot be made from this name; give one"));
        }
        errors.addAll(more);
        return errors;
    }

    /** Credentials have rules of their own: certificates have lines. */
    private List<FieldError> texts(Object request) {
        JsonNode tree = json.tree(request);
        if (tree instanceof ObjectNode fields) {
            fields.remove("credentials");
        }
        return TextRules.validate(tree);
    }

    /**
     * The first three brokers carry the controllers: going from one to three would let two empty
     * controllers outvote the one that knows the cluster, and fewer brokers would lose replicas.
     */
    private static List<FieldError> scaling(int before, int after) {
        return before == after || (before == 3 && after == 5)
                ? List.of()
                : List.of(
                        new FieldError(
                                "/brokers",
                                "cannot change from %d to %d; only 3 to 5 is possible"
                                        .formatted(before, after)));
    }

    private static List<String> warnings(
            KafkaSpec spec, Optional<ResolvedTemplate> template, RuntimeChoice runtime) {
        List<String> warnings = new ArrayList<>(SpecValidator.warnings(spec));
        long wanted = template.map(ResolvedTemplate::resources).orElse(NO_NEEDS).minDiskGb();
        if ((wanted << 30) > runtime.diskFreeBytes()) {
            warnings.add(
                    "The template asks for %d GB of disk; %d GB are free on this machine."
                            .formatted(wanted, runtime.diskFreeBytes() >> 30));
        }
        return warnings;
    }

    private static List<FieldError> unknown(List<String> near) {
        return List.of(
                new FieldError(
                        "/template_id",
                        near.isEmpty()
                                ? "is not a template"
                                : "is not a template; did you mean "
                                        + String.join(" or ", near)
                                        + "?"));
    }

    void mayHave(Caller caller, Permission permission, ClusterScope scope) {
        if (!caller.may(permission, scope)) {
            throw new Forbidden(
                    "You do not have %s for cluster '%s' in environment '%s'%s."
                            .formatted(
                                    permission,
                                    scope.id(),
                                    scope.environment(),
                                    scope.tags().isEmpty() ? "" : " with these tags"));
        }
    }

    void refuse(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw new Invalid(errors);
        }
    }

    /** A null in a map stands for no entry. */
    static Map<String, String> present(@Nullable Map<String, String> tags) {
        Map<String, String> present = new TreeMap<>();
        if (tags != null) {
            tags.forEach(
                    (key, value) -> {
                        if (value != null) {
                            present.put(key, value);
                        }
                    });
        }
        return present;
    }
}
