package io.atoll.ops.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolverProvider;
import java.security.Security;
import java.util.List;
import java.util.stream.Stream;

/**
 * Looks up names for the whole JVM as the JDK does, and answers nothing that the thread's {@link
 * LookupGuard} refuses. The JDK finds it by {@code META-INF/services} with the first look-up.
 */
public final class GuardedResolver extends InetAddressResolverProvider {

    /** Known here alone, which shows whether the JDK asks here (RFC 6761: nowhere else). */
    static final String KNOWN_HERE = "outbound-rules.invalid";

    /** The JDK asks for each look-up, instead of answering what another thread was answered. */
    public GuardedResolver() {
        Security.setProperty("networkaddress.cache.ttl", "0");
        Security.setProperty("networkaddress.cache.negative.ttl", "0");
    }

    @Override
    public InetAddressResolver get(Configuration configuration) {
        return over(configuration.builtinResolver());
    }

    /**
     * @param plain knows the names
     */
    InetAddressResolver over(InetAddressResolver plain) {
        return new Guarded(plain);
    }

    @Override
    public String name() {
        return "atoll";
    }

    private record Guarded(InetAddressResolver plain) implements InetAddressResolver {

        @Override
        public Stream<InetAddress> lookupByName(String host, LookupPolicy policy)
                throws UnknownHostException {
            var found =
                    host.equals(KNOWN_HERE)
                            ? List.of(InetAddress.getLoopbackAddress())
                            : plain.lookupByName(host, policy).toList();
            LookupGuard.check(host, found);
            return found.stream();
        }

        @Override
        public String lookupByAddress(byte[] address) throws UnknownHostException {
            return plain.lookupByAddress(address);
        }
    }
}
