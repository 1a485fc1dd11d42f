package io.atoll.provisioner.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;

/**
 * The ports of a compose file: each has a variable, so that the file also starts where a port is
 * taken, beside the cluster that it was made from for example. Pure.
 */
final class ComposePorts {

    private static final String BIND = "${KAFKA_BIND:-127.0.0.1}";
    private static final String HOST = "${KAFKA_HOST:-127.0.0.1}";
    private static final String JMX = ".jmx";

    private final Map<String, Integer> ports;

    /**
     * @param ports by use, for example {@code broker-1.client}
     */
    ComposePorts(Map<String, Integer> ports) {
        this.ports = new TreeMap<>(ports);
    }

    /**
     * @param published port in the container by port of the machine
     */
    List<String> published(Map<Integer, Integer> published) {
        var entries = new ArrayList<String>();
        ports.forEach(
                (use, port) -> {
                    var inside = published.get(port);
                    if (inside != null) {
                        entries.add(entry(use, inside));
                    }
                });
        return entries;
    }

    /** JMX tells its clients the port that it listens on, so that one is the same on both sides. */
    private String entry(String use, int inside) {
        var outside = reference(use);
        var target = use.endsWith(JMX) ? outside : String.valueOf(inside);
        return BIND + ":" + outside + ":" + target;
    }

    /** A value as a compose file has it: its own dollars doubled, ports of the machine variable. */
    String inValue(String name, String value) {
        var text = value.replace("$", "$$");
        for (var port : ports.entrySet()) {
            text =
                    switch (name) {
                        case "KAFKA_ADVERTISED_LISTENERS" -> external(text, port.getKey());
                        case "KAFKA_OPTS" -> jmx(text, port.getKey());
                        default -> text;
                    };
        }
        return text;
    }

    private String external(String text, String use) {
        var address = "127.0.0.1:" + ports.get(use);
        return text.endsWith("EXTERNAL://" + address)
                ? text.substring(0, text.length() - address.length()) + HOST + ":" + reference(use)
                : text;
    }

    private String jmx(String text, String use) {
        return use.endsWith(JMX)
                ? text.replaceAll(
                                "port=" + ports.get(use) + "\\b", "port=" + quoted(reference(use)))
                        .replace("hostname=127.0.0.1", "hostname=" + HOST)
                : text;
    }

    private static String quoted(String replacement) {
        return Matcher.quoteReplacement(replacement);
    }

    private String reference(String use) {
        var dot = use.lastIndexOf('.');
        var node = variable(use.substring(0, dot));
        var suffix = use.endsWith(JMX) ? "_JMX_PORT" : "_PORT";
        return "${" + node + suffix + ":-" + ports.get(use) + "}";
    }

    static String variable(String name) {
        return name.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
