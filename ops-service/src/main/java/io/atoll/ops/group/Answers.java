package io.atoll.ops.group;

import io.atoll.ops.connection.KafkaFailures;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.kafka.common.KafkaFuture;

/**
 * Answers to many questions that were sent together, each found or failed by itself.
 *
 * @param failed why there is no answer
 */
record Answers<K, V>(Map<K, V> found, Map<K, Throwable> failed) {

    static <K, V> Answers<K, V> none() {
        return new Answers<>(Map.of(), Map.of());
    }

    /** Completes when all have ended, and never fails. */
    static <K, V> Future<Answers<K, V>> of(Map<K, KafkaFuture<V>> asked) {
        var all = new Answers<K, V>(new HashMap<>(), new HashMap<>());
        var ended =
                asked.entrySet().stream()
                        .map(one -> all.takeFrom(one.getKey(), one.getValue()))
                        .toArray(CompletableFuture[]::new);
        return CompletableFuture.allOf(ended).thenApply(_ -> all);
    }

    private CompletableFuture<Void> takeFrom(K key, KafkaFuture<V> answer) {
        return answer.toCompletionStage()
                .toCompletableFuture()
                .handle(
                        (value, failure) -> {
                            take(key, value, failure);
                            return null;
                        });
    }

    private synchronized void take(K key, V value, Throwable failure) {
        if (failure == null) {
            found.put(key, value);
        } else {
            failed.put(key, KafkaFailures.unwrap(failure));
        }
    }

    /** Both; keys of this one and of the other differ. */
    Answers<K, V> and(Answers<K, V> others) {
        var allFound = new HashMap<>(found);
        allFound.putAll(others.found);
        var allFailed = new HashMap<>(failed);
        allFailed.putAll(others.failed);
        return new Answers<>(allFound, allFailed);
    }

    Collection<V> values() {
        return found.values();
    }
}
