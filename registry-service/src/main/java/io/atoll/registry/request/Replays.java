package io.atoll.registry.request;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.atoll.contracts.problem.Problem.FieldError;
import io.atoll.kit.outbox.StoredJson;
import io.atoll.kit.refusal.Invalid;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Answers kept for 24 hours under a subject and the {@code Idempotency-Key} it gave, in the
 * transaction of the effect. The key is taken before the work begins, so of two requests with one
 * key at the same time the second waits for the first and then gets its answer.
 */
@ApplicationScoped
public class Replays {

    private static final String PRIMARY_KEY = "replay_pkey";
    private static final Duration KEPT = Duration.ofHours(24);

    private final StoredJson json;
    private final Clock clock;

    Replays(StoredJson json, Clock clock) {
        this.json = json;
        this.clock = clock;
    }

    /**
     * Runs work in a transaction, once for each key.
     *
     * @param request what was asked for, with the route; another one under the same key is refused
     */
    public <T> Uni<T> once(ReplayKey key, Object request, Class<T> type, Supplier<Uni<T>> work) {
        if (key.value() == null) {
            return Panache.withTransaction(work);
        }
        String fingerprint = sha256(type.getName() + json.write(request));
        Supplier<Uni<T>> attempt = () -> attempt(key, fingerprint, type, work);
        return Panache.withTransaction(attempt)
                .onFailure(failure -> UniqueViolation.isOf(failure, PRIMARY_KEY))
                .recoverWithUni(() -> Panache.withTransaction(attempt));
    }

    private <T> Uni<T> attempt(
            ReplayKey key, String fingerprint, Class<T> type, Supplier<Uni<T>> work) {
        return forgetOld()
                .chain(() -> find(key))
                .chain(
                        stored ->
                                stored.isEmpty()
                                        ? take(key, fingerprint)
                                                .chain(() -> work.get())
                                                .call(answer -> keep(key, json.write(answer)))
                                        : Uni.createFrom()
                                                .item(
                                                        () ->
                                                                replay(
                                                                        stored.getFirst(),
                                                                        fingerprint,
                                                                        type)));
    }

    private <T> T replay(Object[] stored, String fingerprint, Class<T> type) {
        if (!fingerprint.equals(stored[0])) {
            throw new Invalid(
                    List.of(
                            new FieldError(
                                    "Idempotency-Key",
                                    "was used before with another request; use a new key")));
        }
        return json.read(stored[1].toString(), type);
    }

    private Uni<Void> forgetOld() {
        return session(
                s ->
                        s.createNativeQuery("delete from replay where created_at < :limit")
                                .setParameter("limit", now().minus(KEPT)));
    }

    private Uni<List<Object[]>> find(ReplayKey key) {
        return Panache.getSession()
                .chain(
                        s ->
                                s.createNativeQuery(
                                                "select fingerprint, answer from replay where subject = :subject and key = :key",
                                                Object[].class)
                                        .setParameter("subject", key.subject())
                                        .setParameter("key", key.value())
                                        .getResultList());
    }

    private Uni<Void> take(ReplayKey key, String fingerprint) {
        return session(
                s ->
                        s.createNativeQuery(
                                        "insert into replay (subject, key, fingerprint, answer, created_at) values (:subject, :key, :fingerprint, '', :now)")
                                .setParameter("subject", key.subject())
                                .setParameter("key", key.value())
                                .setParameter("fingerprint", fingerprint)
                                .setParameter("now", now()));
    }

    private Uni<Void> keep(ReplayKey key, String answer) {
        return session(
                s ->
                        s.createNativeQuery(
                                        "update replay set answer = :answer where subject = :subject and key = :key")
                                .setParameter("subject", key.subject())
                                .setParameter("key", key.value())
                                .setParameter("answer", answer));
    }

    private static Uni<Void> session(
            java.util.function.Function<Mutiny.Session, Mutiny.MutationQuery> statement) {
        return Panache.getSession()
                .chain(s -> statement.apply(s).executeUpdate())
                .replaceWithVoid();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), java.time.ZoneOffset.UTC);
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
