package io.atoll.registry.external;

import io.atoll.contracts.problem.Problem.FieldError;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The form of bootstrap servers. An IPv4 address has four plain decimal parts: other forms mean
 * different addresses to different readers. Where an address leads is looked at by ops. Pure.
 */
final class AddressRules {

    private static final Pattern ADDRESS =
            Pattern.compile("(\\[[0-9A-Fa-f:.]{2,45}]|[^:]+):(\\d{1,5})");
    private static final Pattern NAME =
            Pattern.compile(
                    "(?=.{1,253}$)[A-Za-z0-9_]([A-Za-z0-9_-]{0,61}[A-Za-z0-9])?"
                            + "(\\.[A-Za-z0-9_]([A-Za-z0-9_-]{0,61}[A-Za-z0-9])?)*\\.?");
    private static final Pattern NUMBERS =
            Pattern.compile("(.*\\.)?(0[xX][0-9A-Fa-f]*|[0-9]+)\\.?");
    private static final String BYTE = "(0|[1-9][0-9]?|1[0-9]{2}|2[0-4][0-9]|25[0-5])";
    private static final Pattern IPV4 = Pattern.compile(BYTE + "(\\." + BYTE + "){3}");
    private static final int LAST_PORT = 65_535;

    private AddressRules() {}

    static List<FieldError> validate(List<String> addresses) {
        List<FieldError> errors = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < addresses.size(); i++) {
            String pointer = "/bootstrap_servers/" + i;
            problemOf(addresses.get(i)).ifPresent(p -> errors.add(new FieldError(pointer, p)));
            if (!seen.add(addresses.get(i))) {
                errors.add(new FieldError(pointer, "is given twice"));
            }
        }
        return errors;
    }

    private static Optional<String> problemOf(String address) {
        var form = ADDRESS.matcher(address);
        if (!form.matches()) {
            return Optional.of("must be host:port, an IPv6 address in brackets");
        }
        int port = Integer.parseInt(form.group(2));
        if (port < 1 || port > LAST_PORT) {
            return Optional.of("must have a port from 1 to 65535");
        }
        String host = form.group(1);
        if (host.startsWith("[")) {
            return isIpv6(host.substring(1, host.length() - 1))
                    ? Optional.empty()
                    : Optional.of("must have an IPv6 address in the brackets");
        }
        if (!NAME.matcher(host).matches()) {
            return Optional.of("must be host:port with a host name or an IP address");
        }
        return NUMBERS.matcher(host).matches() && !IPV4.matcher(host).matches()
                ? Optional.of(
                        "must have an IPv4 address of four decimal numbers from 0 to 255 without leading zeros")
                : Optional.empty();
    }

    private static boolean isIpv6(String text) {
        try {
            return text.indexOf(':') >= 0 && InetAddress.ofLiteral(text) != null;
        } catch (IllegalArgumentException other) {
            return false;
        }
    }
}
