package io.atoll.gateway.identity.user;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import io.atoll.kit.refusal.Unavailable;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Hashes passwords with argon2id (19 MiB, 2 passes, 1 lane; PHC strings) on threads of its own, so
 * that a flood of sign-ins takes neither the event loops nor all cores.
 */
@ApplicationScoped
public class Passwords {
    private static final Argon2Function ARGON2ID =
            Argon2Function.getInstance(19 * 1024, 2, 1, 32, Argon2.ID);

    /** Of no one: what an unknown name is checked against, so that it takes as long as a known. */
    private static final String NOBODY =
            "$argon2id$v=19$m=19456,t=2,p=1$c29tZSBzYWx0IGhlcmUh"
                    + "$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    private final ThreadPoolExecutor threads;

    Passwords(UserConfig config) {
        int count = config.hashingThreads();
        threads =
                new ThreadPoolExecutor(
                        count,
                        count,
                        30,
                        TimeUnit.SECONDS,
                        new ArrayBlockingQueue<>(config.hashingQueue()),
                        Thread.ofPlatform().name("password-", 0).daemon().factory());
        threads.allowCoreThreadTimeOut(true);
    }

    public Uni<String> hash(String password) {
        return run(() -> hashNow(password));
    }

    /** Takes as long where there is no hash to hold the password against. */
    public Uni<Boolean> matches(String password, Optional<String> hash) {
        return run(() -> check(password, hash.orElse(NOBODY)) && hash.isPresent());
    }

    /** Made with other costs than a hash is made with now. */
    static boolean isOutdated(String hash) {
        return !Argon2Function.getInstanceFromHash(hash).equals(ARGON2ID);
    }

    static String hashNow(String password) {
        return Password.hash(password).addRandomSalt(16).with(ARGON2ID).getResult();
    }

    private static boolean check(String password, String hash) {
        return Password.check(password, hash).with(Argon2Function.getInstanceFromHash(hash));
    }

    private <T> Uni<T> run(Supplier<T> work) {
        return Uni.createFrom()
                .completionStage(
                        () -> {
                            try {
                                return CompletableFuture.supplyAsync(work, threads);
                            } catch (RejectedExecutionException _) {
                                return CompletableFuture.failedFuture(
                                        new Unavailable("Too many sign-ins at once. Try again."));
                            }
                        });
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }
}
