package io.atoll.registry.observation;

import io.smallrye.mutiny.Uni;
import java.io.UncheckedIOException;

/** Stores what the messages of one topic tell. */
public interface Projection {

    String topic();

    /**
     * @throws UncheckedIOException the message cannot be read, now or later
     */
    Uni<Void> project(String key, String message);
}
