package io.atoll.registry.template;

import io.atoll.contracts.access.Permission;
import io.atoll.contracts.event.EventType;
import io.atoll.contracts.problem.Problem.FieldError;
import io.atoll.contracts.template.TemplatePlan;
import io.atoll.contracts.template.TemplateRequest;
import io.atoll.contracts.template.TemplateView;
import io.atoll.kit.access.Caller;
import io.atoll.kit.access.CallerContext;
import io.atoll.kit.outbox.StoredJson;
import io.atoll.kit.refusal.Conflict;
import io.atoll.kit.refusal.Forbidden;
import io.atoll.kit.refusal.Invalid;
import io.atoll.registry.request.EntityTag;
import io.atoll.registry.request.ReplayKey;
import io.atoll.registry.request.Replays;
import io.atoll.registry.spec.Difference;
import io.atoll.registry.spec.TextRules;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One transaction for each request about templates. */
@ApplicationScoped
class TemplateService {

    private final TemplateStore store;
    private final TemplateDrafts drafts;
    private final TemplateEvents events;
    private final Replays replays;
    private final CallerContext callers;
    private final StoredJson json;

    TemplateService(
            TemplateStore store,
            TemplateDrafts drafts,
            TemplateEvents events,
            Replays replays,
            CallerContext callers,
            StoredJson json) {
        this.store = store;
        this.drafts = drafts;
        this.events = events;
        this.replays = replays;
        this.callers = callers;
        this.json = json;
    }

    Uni<List<TemplateView>> list(@Nullable String category) {
        return Panache.withSession(store::load).map(all -> all.views(category));
    }

    Uni<TemplateAnswer> get(String id) {
        return Panache.withSession(() -> known(id))
                .map(some -> new TemplateAnswer.Current(some.view(id)));
    }

    /** All where there is none of that id: the answer names some that are like it. */
    private Uni<TemplateCatalogue> known(String id) {
        return store.lineage(id)
                .chain(
                        some ->
                                some.find(id).isPresent()
                                        ? Uni.createFrom().item(some)
                                        : store.load());
    }

    Uni<List<TemplateView>> versions(String id) {
        return Panache.withSession(
                () ->
                        store.load()
                                .chain(
                                        all ->
                                                store.versions(all.get(id))
                                                        .map(
                                                                v ->
                                                                        v.stream()
                                                                                .map(
                                                                                        all
                                                                                                ::versionView)
                                                                                .toList())));
    }

    Uni<TemplateAnswer> create(TemplateRequest request, @Nullable String key, boolean dryRun) {
        Caller caller = editor();
        checkText(request);
        if (dryRun) {
            return Panache.withTransaction(() -> draft(request, caller))
                    .map(d -> planned("create", null, d));
        }
        return replays.once(
                        new ReplayKey(caller.subject(), key),
                        request,
                        TemplateView.class,
                        () -> draft(request, caller).call(d -> insert(d, caller)).map(Draft::view))
                .map(TemplateAnswer.Created::new);
    }

    Uni<TemplateAnswer> update(
            String id, TemplateRequest request, @Nullable String ifMatch, boolean dryRun) {
        Caller caller = editor();
        checkText(request);
        return Panache.withTransaction(
                () -> store.lock().chain(all -> update(id, request, ifMatch, dryRun, all, caller)));
    }

    Uni<TemplateAnswer> delete(String id, @Nullable String ifMatch, boolean dryRun) {
        Caller caller = editor();
        return Panache.withTransaction(
                () -> store.lock().chain(all -> delete(all, id, ifMatch, dryRun, caller)));
    }

    /** Templates are everybody's: who may change them on some clusters alone may not. */
    private Caller editor() {
        Caller caller = callers.caller();
        if (!caller.mayEverywhere(Permission.TEMPLATE_EDIT)) {
            throw new Forbidden("You may not do this: it needs TEMPLATE_EDIT on all clusters.");
        }
        return caller;
    }

    /** A template as it would be, among all the others as they would be. */
    private record Draft(TemplateCatalogue all, Template template) {
        TemplateView view() {
            return all.view(template.id());
        }
    }

    private Uni<Draft> draft(TemplateRequest request, Caller caller) {
        return store.lock()
                .chain(
                        all ->
                                drafts.first(request, caller, all)
                                        .map(t -> checked(all, t, request)));
    }

    private Uni<Void> insert(Draft draft, Caller caller) {
        Template template = draft.template();
        return store.insert(template)
                .chain(
                        () ->
                                events.append(
                                        EventType.TEMPLATE_CREATED,
                                        template,
                                        "Template " + template.body().name() + " was made.",
                                        caller,
                                        null,
                                        draft.view()));
    }

    private Uni<TemplateAnswer> update(
            String id,
            TemplateRequest request,
            @Nullable String ifMatch,
            boolean dryRun,
            TemplateCatalogue all,
            Caller caller) {
        Template before = own(all, id, "changed");
        EntityTag.require(ifMatch, before.version());
        return drafts.next(before, request, caller)
                .map(after -> checked(all, after, request))
                .chain(draft -> save(all, before, draft, dryRun, caller));
    }

    private Uni<TemplateAnswer> save(
            TemplateCatalogue all, Template before, Draft draft, boolean dryRun, Caller caller) {
        if (dryRun) {
            return Uni.createFrom().item(planned("update", all.view(before.id()), draft));
        }
        Template after = draft.template();
        if (after.body().equals(before.body())) {
            return Uni.createFrom().item(new TemplateAnswer.Current(all.view(before.id())));
        }
        return store.update(after, drafts.now(), caller.subject())
                .chain(
                        () ->
                                events.append(
                                        EventType.TEMPLATE_UPDATED,
                                        after,
                                        "Template %s has version %d now."
                                                .formatted(after.body().name(), after.version()),
                                        caller,
                                        all.view(before.id()),
                                        draft.view()))
                .map(done -> new TemplateAnswer.Current(draft.view()));
    }

    private Uni<TemplateAnswer> delete(
            TemplateCatalogue all,
            String id,
            @Nullable String ifMatch,
            boolean dryRun,
            Caller caller) {
        Template template = own(all, id, "deleted");
        EntityTag.allow(ifMatch, template.version());
        List<String> children = all.resolver().children(id);
        if (!children.isEmpty()) {
            throw new Conflict(
                    "Template %s cannot be deleted: %s extends it."
                            .formatted(id, String.join(", ", children)));
        }
        if (dryRun) {
            var changes =
                    Difference.between(json.tree(template.body()), json.tree(Map.of()), false);
            return Uni.createFrom()
                    .item(
                            new TemplateAnswer.Planned(
                                    new TemplatePlan("delete", id, changes, null)));
        }
        return store.delete(id)
                .chain(
                        () ->
                                events.append(
                                        EventType.TEMPLATE_DELETED,
                                        template,
                                        "Template " + template.body().name() + " was deleted.",
                                        caller,
                                        all.view(id),
                                        null))
                .map(done -> new TemplateAnswer.Deleted());
    }

    private static Template own(TemplateCatalogue all, String id, String what) {
        Template template = all.get(id);
        if (template.builtin()) {
            throw new Conflict(
                    "Template %s is built in and cannot be %s. Make your own that extends it with parent_id."
                            .formatted(id, what));
        }
        return template;
    }

    private static Draft checked(TemplateCatalogue all, Template template, TemplateRequest given) {
        TemplateCatalogue after = all.with(template);
        List<FieldError> errors = new ArrayList<>(TemplateChecks.validate(after, template.id()));
        if (given.id() != null && !given.id().equals(template.id())) {
            errors.add(new FieldError("/id", "must be the id of the path or absent"));
        }
        if (!errors.isEmpty()) {
            throw new Invalid(errors);
        }
        List<String> spoiled = TemplateChecks.spoiled(after, template.id());
        if (!spoiled.isEmpty()) {
            throw new Conflict(
                    "With these values templates that extend this one would no longer be valid: "
                            + String.join(", ", spoiled)
                            + ".");
        }
        return new Draft(after, template);
    }

    private void checkText(TemplateRequest request) {
        List<FieldError> errors = TextRules.validate(json.tree(request));
        if (!errors.isEmpty()) {
            throw new Invalid(errors);
        }
    }

    private TemplateAnswer planned(String action, @Nullable TemplateView before, Draft draft) {
        var changes =
                Difference.between(
                        json.tree(before == null ? Map.of() : before),
                        json.tree(draft.view()),
                        false);
        return new TemplateAnswer.Planned(
                new TemplatePlan(action, draft.template().id(), changes, draft.view()));
    }
}
