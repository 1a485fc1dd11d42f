package io.atoll.provisioner.plugin;

import io.quarkus.virtual.threads.VirtualThreads;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;

/**
 * Runs blocking work, as that of runtimes and kinds is, on a virtual thread and comes back to the
 * Vert.x context it left.
 */
@ApplicationScoped
public class RuntimeThreads {

    private final ExecutorService virtualThreads;

    RuntimeThreads(@VirtualThreads ExecutorService virtualThreads) {
        this.virtualThreads = virtualThreads;
    }

    public <T> Uni<T> call(Supplier<T> work) {
        return Uni.createFrom()
                .deferred(
                        () -> {
                            var context = Objects.requireNonNull(Vertx.currentContext());
                            return Uni.createFrom()
                                    .item(work)
                                    .runSubscriptionOn(virtualThreads)
                                    .emitOn(back -> context.runOnContext(_ -> back.run()));
                        });
    }
}
