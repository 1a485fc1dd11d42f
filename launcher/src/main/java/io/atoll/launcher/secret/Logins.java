package io.atoll.launcher.secret;

import io.atoll.launcher.home.Settings;
import io.atoll.launcher.terminal.PlainFailure;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Who each service is at PostgreSQL and Kafka: at the embedded ones itself; at those from outside
/// whom the environment names, with `_REGISTRY`, `_PROVISIONER`, `_OPS`, `_GATEWAY` behind the name
/// for one service alone.
public record Logins(Settings settings) {

    /// By service.
    public Map<String, Login> database() throws IOException {
        if (settings.value("ATOLL_DB_URL").isEmpty()) {
            return embedded(accounts().database());
        }
        var all = new HashMap<String, Login>();
        for (var service : Accounts.SERVICES) {
            all.put(
                    service,
                    given("ATOLL_DB", service)
                            .orElseThrow(
                                    () ->
                                            new PlainFailure(
                                                    "ATOLL_DB_URL is set, so set ATOLL_DB_USER and ATOLL_DB_PASSWORD too.")));
        }
        return all;
    }

    /// By service; empty where a Kafka from outside asks nobody.
    public Map<String, Login> kafka() throws IOException {
        if (settings.value("ATOLL_KAFKA_BOOTSTRAP").isEmpty()) {
            return embedded(accounts().kafka());
        }
        var all = new HashMap<String, Login>();
        for (var service : Accounts.SERVICES) {
            given("ATOLL_KAFKA", service).ifPresent(login -> all.put(service, login));
        }
        return all;
    }

    private Accounts accounts() {
        return new Accounts(new SecretStore(settings.home().secrets()));
    }

    private static Map<String, Login> embedded(Map<String, String> passwords) {
        var all = new HashMap<String, Login>();
        for (var service : Accounts.SERVICES) {
            all.put(service, new Login(service, passwords.getOrDefault(service, "")));
        }
        return all;
    }

    private Optional<Login> given(String store, String service) {
        var user = value(store + "_USER", service);
        var password = value(store + "_PASSWORD", service);
        return user.flatMap(name -> password.map(secret -> new Login(name, secret)));
    }

    private Optional<String> value(String name, String service) {
        return settings.value(name + "_" + service.toUpperCase(Locale.ROOT))
                .or(() -> settings.value(name));
    }
}
