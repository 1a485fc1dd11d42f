package io.atoll.ops.endpoint;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A line of {@code sasl.jaas.config}, made of fields. Modules are those named here; a value is one
 * quoted token whatever it holds.
 */
final class JaasText {

    /** The login modules that clients of Atoll may use. */
    enum Module {
        PLAIN("org.apache.kafka.common.security.plain.PlainLoginModule"),
        SCRAM("org.apache.kafka.common.security.scram.ScramLoginModule"),
        OAUTHBEARER("org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule");

        private final String type;

        Module(String type) {
            this.type = type;
        }
    }

    private JaasText() {}

    static String of(Module module, Map<String, String> options) {
        return new TreeMap<>(options)
                .entrySet().stream()
                        .map(option -> option.getKey() + "=" + quoted(option.getValue()))
                        .collect(Collectors.joining(" ", module.type + " required ", ";"));
    }

    /** As {@code java.io.StreamTokenizer} reads it, with which Kafka does. */
    private static String quoted(String value) {
        var text = new StringBuilder("\"");
        value.chars()
                .forEach(
                        c -> {
                            if (c == '"' || c == '\\') {
                                text.append('\\').append((char) c);
                            } else if (c < ' ') {
                                text.append("\\%03o".formatted(c));
                            } else {
                                text.append((char) c);
                            }
                        });
        return text.append('"').toString();
    }
}
