package io.atoll.provisioner.desired;

import io.atoll.contracts.cluster.ClusterDesired;
import io.atoll.kit.outbox.StoredJson;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Rows of wishes. Every method works in the current session or transaction of Panache. */
@ApplicationScoped
public class DesiredStore {

    private final StoredJson json;

    DesiredStore(StoredJson json) {
        this.json = json;
    }

    public Uni<@Nullable Wish> find(String id) {
        return row(id).map(row -> row == null ? null : wish(row));
    }

    public Uni<List<Wish>> all() {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createQuery(
                                                "from DesiredEntity order by id",
                                                DesiredEntity.class)
                                        .getResultList())
                .map(rows -> rows.stream().map(this::wish).toList());
    }

    Uni<@Nullable DesiredEntity> row(String id) {
        return Panache.getSession().chain(session -> session.find(DesiredEntity.class, id));
    }

    Uni<Void> put(ClusterDesired desired, @Nullable DesiredEntity known) {
        var row = known == null ? new DesiredEntity() : known;
        row.id = desired.id();
        row.generation = desired.generation();
        row.deleted = desired.deleted();
        row.forgotten = false;
        row.message = json.write(desired);
        return known == null
                ? Panache.getSession().chain(session -> session.persist(row))
                : Uni.createFrom().voidItem();
    }

    public Uni<Void> remove(String id) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createMutationQuery(
                                                "delete from DesiredEntity where id = ?1")
                                        .setParameter(1, id)
                                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Null for a topic that was never read. */
    public Uni<@Nullable Long> position(String topicId) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                "select next_offset from desired_position"
                                                        + " where topic_id = ?1",
                                                Long.class)
                                        .setParameter(1, topicId)
                                        .getSingleResultOrNull());
    }

    /** True if some topic of wishes was ever read. */
    public Uni<Boolean> hasPosition() {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(
                                                "select count(*) from desired_position", Long.class)
                                        .getSingleResult())
                .map(count -> count > 0);
    }

    /** False if this offset was passed already. */
    Uni<Boolean> advance(String topicId, long offset) {
        return Panache.getSession().chain(session -> advance(session, topicId, offset));
    }

    private static Uni<Boolean> advance(Mutiny.Session session, String topicId, long offset) {
        return session.createNativeQuery(
                        """
                        insert into desired_position (topic_id, next_offset) values (?1, ?2 + 1)
                        on conflict (topic_id) do update set next_offset = excluded.next_offset
                        where desired_position.next_offset <= ?2
                        """)
                .setParameter(1, topicId)
                .setParameter(2, offset)
                .executeUpdate()
                .map(changed -> changed == 1);
    }

    private Wish wish(DesiredEntity row) {
        return new Wish(json.read(row.message, ClusterDesired.class), row.forgotten);
    }
}
