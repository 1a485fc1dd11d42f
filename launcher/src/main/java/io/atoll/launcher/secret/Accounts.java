package io.atoll.launcher.secret;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Passwords of the embedded stores: in each of them one user for each service, named as the
/// service is. A password whose file is taken away is made anew at the next start.
public record Accounts(SecretStore store) {

    /// Those with a schema of their own, or something to say or hear in the control topics.
    public static final List<String> SERVICES =
            List.of("registry", "provisioner", "ops", "gateway");

    /// Passwords at PostgreSQL by user.
    public Map<String, String> database() throws IOException {
        return passwords("postgres", SERVICES);
    }

    /// Passwords at Kafka by user; Kafka's own user among them.
    public Map<String, String> kafka() throws IOException {
        var all = new TreeMap<>(passwords("kafka", SERVICES));
        all.put(KafkaUsers.SUPER_USER, password("kafka", KafkaUsers.SUPER_USER));
        return all;
    }

    private Map<String, String> passwords(String where, List<String> users) throws IOException {
        var all = new TreeMap<String, String>();
        for (var user : users) {
            all.put(user, password(where, user));
        }
        return all;
    }

    private String password(String where, String user) throws IOException {
        return store.valueOr(where + "-password-" + user, Passwords::generate);
    }
}
