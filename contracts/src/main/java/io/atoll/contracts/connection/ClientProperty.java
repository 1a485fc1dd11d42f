package io.atoll.contracts.connection;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Every client property that may be given for a registered cluster. There is no way to name a
 * class, a file, a login module or a provider.
 */
public enum ClientProperty {
    REQUEST_TIMEOUT("request.timeout.ms", 500, 5_000),
    CONNECTION_SETUP_TIMEOUT("socket.connection.setup.timeout.ms", 200, 4_000),
    RECONNECT_BACKOFF("reconnect.backoff.ms", 10, 1_000),
    RETRY_BACKOFF("retry.backoff.ms", 10, 1_000),
    METADATA_MAX_AGE("metadata.max.age.ms", 1_000, 300_000),
    CONNECTIONS_MAX_IDLE("connections.max.idle.ms", 5_000, 600_000),
    /** Names are looked up once more by the other value, past every check. */
    DNS_LOOKUP("client.dns.lookup", "use_all_dns_ips", "must be use_all_dns_ips"),
    /** A prefix: Atoll adds the cluster and a number. */
    CLIENT_ID(
            "client.id", "[A-Za-z0-9._-]{1,40}", "must be 1 to 40 of A-Z, a-z, 0-9, '.', '_', '-'");

    private final String key;
    private final long least;
    private final long most;
    private final @Nullable String form;
    private final String message;

    ClientProperty(String key, long least, long most) {
        this.key = key;
        this.least = least;
        this.most = most;
        this.form = null;
        this.message = "must be a number from %d to %d".formatted(least, most);
    }

    ClientProperty(String key, String form, String message) {
        this.key = key;
        this.least = 0;
        this.most = 0;
        this.form = form;
        this.message = message;
    }

    public static Optional<ClientProperty> of(String key) {
        return Arrays.stream(values()).filter(p -> p.key.equals(key)).findFirst();
    }

    /** Kafka's name. */
    public String key() {
        return key;
    }

    /** What is wrong with a value, if anything. */
    public Optional<String> problemOf(String value) {
        boolean right =
                form != null
                        ? value.matches(form)
                        : value.matches("[0-9]{1,9}")
                                && Long.parseLong(value) >= least
                                && Long.parseLong(value) <= most;
        return right ? Optional.empty() : Optional.of(message);
    }
}
