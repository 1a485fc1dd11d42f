package io.atoll.registry.template;

import io.atoll.kit.outbox.StoredJson;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Rows of templates and their versions. Every method runs in the caller's session. */
@ApplicationScoped
public class TemplateStore {

    private final StoredJson json;

    TemplateStore(StoredJson json) {
        this.json = json;
    }

    /** Empty where there is no such template. */
    public Uni<Optional<ResolvedTemplate>> resolve(String id) {
        return lineage(id).map(some -> some.resolve(id));
    }

    /** Ids of templates like the wanted one. */
    public Uni<List<String>> near(String id) {
        return load().map(all -> all.near(id));
    }

    Uni<TemplateCatalogue> load() {
        return Panache.getSession()
                .chain(
                        s ->
                                s.createQuery("from TemplateEntity", TemplateEntity.class)
                                        .getResultList())
                .map(rows -> new TemplateCatalogue(rows.stream().map(this::template).toList()));
    }

    /** A template and those it extends, however many others there are; none where it is not. */
    Uni<TemplateCatalogue> lineage(String id) {
        return Panache.getSession()
                .chain(s -> climb(s, id, new LinkedHashMap<>()))
                .map(found -> new TemplateCatalogue(List.copyOf(found.values())));
    }

    /** One look at the table for each template, up to one that extends none. */
    private Uni<Map<String, Template>> climb(
            Mutiny.Session session, @Nullable String id, Map<String, Template> found) {
        if (id == null || found.containsKey(id)) {
            return Uni.createFrom().item(found);
        }
        return session.find(TemplateEntity.class, id)
                .chain(
                        row -> {
                            if (row == null) {
                                return Uni.createFrom().item(found);
                            }
                            Template template = template(row);
                            found.put(id, template);
                            return climb(session, template.body().parentId(), found);
                        });
    }

    /** Loads all and lets no other transaction change any, so that ancestries stay whole. */
    Uni<TemplateCatalogue> lock() {
        return Panache.getSession()
                .chain(
                        s ->
                                s.createNativeQuery(
                                                "lock table template in share row exclusive mode")
                                        .executeUpdate())
                .chain(this::load);
    }

    Uni<Void> insert(Template template) {
        TemplateEntity row = new TemplateEntity();
        row.id = template.id();
        row.createdAt = template.createdAt();
        row.createdBy = template.createdBy();
        fill(row, template, template.createdAt());
        return Panache.getSession()
                .chain(s -> s.persist(row).chain(s::flush))
                .chain(() -> insertVersion(template, template.createdAt(), template.createdBy()));
    }

    Uni<Void> update(Template template, Instant now, @Nullable String subject) {
        return Panache.getSession()
                .chain(
                        s ->
                                s.find(TemplateEntity.class, template.id())
                                        .invoke(row -> fill(row, template, now))
                                        .chain(s::flush))
                .chain(() -> insertVersion(template, now, subject));
    }

    Uni<Void> delete(String id) {
        return Panache.getSession()
                .chain(s -> s.find(TemplateEntity.class, id).chain(s::remove).chain(s::flush));
    }

    /** All versions of one template, the newest first. */
    Uni<List<Template>> versions(Template newest) {
        return Panache.getSession()
                .chain(
                        s ->
                                s.createNativeQuery(
                                                "select version, cast(body as text), created_at, created_by from template_version where template_id = :id order by version desc",
                                                Object[].class)
                                        .setParameter("id", newest.id())
                                        .getResultList())
                .map(rows -> rows.stream().map(row -> version(newest, row)).toList());
    }

    private Template version(Template newest, Object[] row) {
        return new Template(
                newest.id(),
                ((Number) row[0]).intValue(),
                newest.builtin(),
                json.read((String) row[1], TemplateBody.class),
                ((OffsetDateTime) row[2]).toInstant(),
                (String) row[3]);
    }

    private Uni<Void> insertVersion(Template template, Instant now, @Nullable String subject) {
        return Panache.getSession()
                .chain(s -> versionInsert(s, template, now, subject).executeUpdate())
                .replaceWithVoid();
    }

    private Mutiny.MutationQuery versionInsert(
            Mutiny.Session session, Template template, Instant now, @Nullable String subject) {
        return session.createNativeQuery(
                        "insert into template_version (template_id, version, body, created_at, created_by) values (:id, :version, cast(cast(:body as text) as jsonb), :now, cast(:subject as text))")
                .setParameter("id", template.id())
                .setParameter("version", template.version())
                .setParameter("body", json.write(template.body()))
                .setParameter("now", now.atOffset(ZoneOffset.UTC))
                .setParameter("subject", subject);
    }

    private void fill(TemplateEntity row, Template template, Instant now) {
        row.version = template.version();
        row.builtin = template.builtin();
        row.body = json.write(template.body());
        row.updatedAt = now;
    }

    private Template template(TemplateEntity row) {
        return new Template(
                row.id,
                row.version,
                row.builtin,
                json.read(row.body, TemplateBody.class),
                row.createdAt,
                row.createdBy);
    }
}
