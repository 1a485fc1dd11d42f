package io.atoll.web.client;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A part of a page that the page can do without: its value, or why it is not there. It is waited
 * for five seconds. Only a sign-in that ended still fails the page.
 */
public record Partial<T>(@Nullable T value, @Nullable String reason) {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    public static <T> Uni<Partial<T>> of(Uni<T> call) {
        return call.ifNoItem()
                .after(PATIENCE)
                .failWith(ApiFailure::late)
                .map(value -> new Partial<>(value, null))
                .onFailure(ApiFailure.class)
                .recoverWithUni(Partial::missing);
    }

    private static <T> Uni<Partial<T>> missing(Throwable failure) {
        if (failure instanceof ApiFailure refused && refused.status() != 401) {
            return Uni.createFrom().item(new Partial<>(null, refused.words()));
        }
        return Uni.createFrom().failure(failure);
    }

    public boolean present() {
        return value != null;
    }

    /** The value, or this one in its place. */
    public T or(T other) {
        return value == null ? other : value;
    }
}
