package io.atoll.ops.connection;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Asks one question at a time for however many want to know. Whoever comes while one is under way
/// shares the next: the answer to one asked before may be older than the call.
///
/// <pre>
///   nobody asks ──call──▶ under way ──answer──▶ nobody asks
///                             │ further calls       ▲
///                             └──▶ one next, asked after the answer
/// </pre>
final class SharedQuestion<T> {

    private final Supplier<CompletableFuture<T>> question;
    private @Nullable CompletableFuture<T> underWay;
    private @Nullable CompletableFuture<T> next;

    SharedQuestion(Supplier<CompletableFuture<T>> question) {
        this.question = question;
    }

    /// The answer to a question that is asked after this call.
    synchronized CompletableFuture<T> ask() {
        if (underWay == null) {
            return begin();
        }
        if (next == null) {
            next = underWay.handle((_, _) -> true).thenCompose(_ -> begin());
        }
        return next;
    }

    private synchronized CompletableFuture<T> begin() {
        next = null;
        var asked = question.get();
        underWay = asked;
        var _ = asked.whenComplete((_, _) -> ended(asked));
        return asked;
    }

    private synchronized void ended(CompletableFuture<T> asked) {
        if (underWay == asked && next == null) {
            underWay = null;
        }
    }
}
