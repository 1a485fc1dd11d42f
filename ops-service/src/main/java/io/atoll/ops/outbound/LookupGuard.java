package io.atoll.ops.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Rules that every look-up of a name obeys, whoever makes it: those of the thread that enters, and
 * of each thread that is begun meanwhile, for as long as that lives. Kafka's clients begin theirs
 * while they are made.
 */
public final class LookupGuard {

    private static final InheritableThreadLocal<@Nullable LookupGuard> CURRENT =
            new InheritableThreadLocal<>();

    private final Function<InetAddress, Optional<String>> refusal;

    /**
     * @param refusal why an address may not be answered, if so
     */
    LookupGuard(Function<InetAddress, Optional<String>> refusal) {
        this.refusal = refusal;
    }

    /** Ends what was entered. */
    public interface Scope extends AutoCloseable {
        @Override
        void close();
    }

    public <T> T in(Supplier<T> work) {
        try (var _ = enter(this)) {
            return work.get();
        }
    }

    /** No rules, for look-ups of names that somebody else allowed. */
    public static Scope lift() {
        return enter(null);
    }

    private static Scope enter(@Nullable LookupGuard guard) {
        var before = CURRENT.get();
        CURRENT.set(guard);
        return () -> CURRENT.set(before);
    }

    /**
     * @throws OutboundRefused where one of them is refused to this thread
     */
    static void check(String host, List<InetAddress> found) throws OutboundRefused {
        var guard = CURRENT.get();
        if (guard == null) {
            return;
        }
        for (var address : found) {
            var reason = guard.refusal.apply(address);
            if (reason.isPresent()) {
                throw new OutboundRefused("%s is refused: it is %s.".formatted(host, reason.get()));
            }
        }
    }

    /**
     * Whether the JDK asks here for each look-up. It does not where it found no {@link
     * GuardedResolver}, another copy of it, or remembers addresses.
     */
    public static boolean holds() {
        boolean before = answered();
        return before && !new LookupGuard(_ -> Optional.of("any")).in(LookupGuard::answered);
    }

    private static boolean answered() {
        try {
            return InetAddress.getAllByName(GuardedResolver.KNOWN_HERE).length > 0;
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
