package io.atoll.ops.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolverProvider;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Where this JVM's names come from in place of the network: those that a test leads somewhere, and
 * all others as always. What the suite does with look-ups is on top of it, as it is of the JDK's.
 */
public final class MovingNames extends InetAddressResolverProvider {

    private static final Map<String, InetAddress> NAMES = new ConcurrentHashMap<>();
    private static final Map<String, AtomicInteger> ASKED = new ConcurrentHashMap<>();

    /** From now on the name has this address. */
    public static void lead(String name, String address) {
        NAMES.put(name, InetAddress.ofLiteral(address));
        ASKED.put(name, new AtomicInteger());
    }

    /** How often it was looked up since it was led where it leads. */
    public static int asked(String name) {
        return ASKED.get(name).get();
    }

    @Override
    public InetAddressResolver get(Configuration jdk) {
        return new GuardedResolver().over(new Moving(jdk.builtinResolver()));
    }

    @Override
    public String name() {
        return "moving names";
    }

    private record Moving(InetAddressResolver others) implements InetAddressResolver {

        @Override
        public Stream<InetAddress> lookupByName(String host, LookupPolicy policy)
                throws UnknownHostException {
            var address = NAMES.get(host);
            if (address == null) {
                return others.lookupByName(host, policy);
            }
            ASKED.get(host).incrementAndGet();
            return Stream.of(InetAddress.getByAddress(host, address.getAddress()));
        }

        @Override
        public String lookupByAddress(byte[] address) throws UnknownHostException {
            return others.lookupByAddress(address);
        }
    }
}
