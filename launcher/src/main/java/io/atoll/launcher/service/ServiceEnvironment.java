package io.atoll.launcher.service;

import io.atoll.launcher.home.Settings;
import io.atoll.launcher.secret.Login;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The environment of each service: what it needs to know, and of the secrets only its own.
public record ServiceEnvironment(Settings settings, Addresses addresses, Backends backends) {

    private static final String SEAL_KEYS = "ATOLL_SEAL_KEYS";

    private static final Set<String> NOT_PASSED_ON =
            Set.of(
                    "ATOLL_ADMIN_PASSWORD",
                    "ATOLL_ADMIN_PASSWORD_GENERATED",
                    "ATOLL_USER",
                    "ATOLL_PASSWORD",
                    "ATOLL_OIDC_CLIENT_SECRET",
                    SEAL_KEYS);

    /// Where the stores are and who signs in there: each service is told of its own.
    private static final Pattern STORES = Pattern.compile("ATOLL_(DB|KAFKA|REDIS)_.*");

    /// What else there is to know of a Kafka from outside.
    private static final Set<String> OF_KAFKA =
            Set.of("ATOLL_KAFKA_PROTOCOL", "ATOLL_KAFKA_MECHANISM", "ATOLL_KAFKA_CA");

    Map<String, String> registry() {
        var values = sealing("registry", addresses.registry());
        values.put("ATOLL_OPS_URL", Addresses.local(addresses.ops()));
        return values;
    }

    Map<String, String> ops() {
        var values = sealing("ops", addresses.ops());
        values.put("ATOLL_BACKBONE", backbone());
        return values;
    }

    /// The two that deal with credentials of clusters; no other gets the key.
    private Map<String, String> sealing(String service, int port) {
        var values = store(service, port);
        values.put("ATOLL_SEAL_DIR", settings.home().secrets().resolve("seal").toString());
        settings.value(SEAL_KEYS).ifPresent(keys -> values.put(SEAL_KEYS, keys));
        return values;
    }

    /// Where no client of a registered cluster may connect.
    private String backbone() {
        var parts =
                IntStream.rangeClosed(addresses.internal(), addresses.redis())
                        .mapToObj(port -> "127.0.0.1:" + port);
        var backends = Stream.of(backends().redisUrl(), "127.0.0.1:" + addresses.gateway());
        var more = settings.value("ATOLL_BACKBONE").stream();
        return Stream.of(parts, backends, more)
                .flatMap(all -> all)
                .collect(Collectors.joining(","));
    }

    Map<String, String> provisioner(BrokerProgram broker) {
        var values = store("provisioner", addresses.provisioner());
        values.put("ATOLL_CLUSTERS_DIR", settings.home().clusters().toString());
        values.put("ATOLL_BROKER_LIB", broker.folder().toString());
        values.put("ATOLL_BROKER_AOT", broker.cache().toString());
        return values;
    }

    Map<String, String> web() {
        var values = listening("127.0.0.1", addresses.web());
        values.put("ATOLL_GATEWAY_URL", addresses.gatewayUrl());
        return values;
    }

    Map<String, String> gateway(Optional<String> adminPassword) {
        var values = store("gateway", addresses.gateway());
        values.put("ATOLL_HTTP_HOST", addresses.gatewayHost());
        values.put("ATOLL_REDIS_URL", backends.redisUrl());
        values.put("ATOLL_REGISTRY_URL", Addresses.local(addresses.registry()));
        values.put("ATOLL_PROVISIONER_URL", Addresses.local(addresses.provisioner()));
        values.put("ATOLL_OPS_URL", Addresses.local(addresses.ops()));
        values.put("ATOLL_WEB_URL", Addresses.local(addresses.web()));
        settings.value("ATOLL_OIDC_CLIENT_SECRET")
                .ifPresent(secret -> values.put("ATOLL_OIDC_CLIENT_SECRET", secret));
        adminPassword.ifPresent(
                password -> {
                    var generated = settings.value("ATOLL_ADMIN_PASSWORD").isEmpty();
                    values.put("ATOLL_ADMIN_PASSWORD", password);
                    values.put("ATOLL_ADMIN_PASSWORD_GENERATED", Boolean.toString(generated));
                });
        return values;
    }

    private Map<String, String> store(String service, int port) {
        var values = listening("127.0.0.1", port);
        values.put("ATOLL_DB_URL", backends.databaseUrl());
        signIn(values, "ATOLL_DB", backends.database().get(service));
        values.put("ATOLL_KAFKA_BOOTSTRAP", backends.kafkaBootstrap());
        signIn(values, "ATOLL_KAFKA", backends.kafka().get(service));
        if (settings.value("ATOLL_KAFKA_BOOTSTRAP").isPresent()) {
            OF_KAFKA.forEach(name -> settings.value(name).ifPresent(it -> values.put(name, it)));
        }
        return values;
    }

    private static void signIn(Map<String, String> values, String store, @Nullable Login login) {
        if (login != null) {
            values.put(store + "_USER", login.user());
            values.put(store + "_PASSWORD", login.password());
        }
    }

    /// What the person set for Atoll, without what is meant for one service or is a secret.
    private Map<String, String> listening(String host, int port) {
        var values = new HashMap<String, String>();
        settings.environment()
                .forEach(
                        (name, value) -> {
                            if (isPassedOn(name)) {
                                values.put(name, value);
                            }
                        });
        values.put("ATOLL_HOME", settings.home().root().toString());
        values.put("ATOLL_SECRETS_DIR", settings.home().secrets().toString());
        var format = settings.value("ATOLL_LOG_FORMAT").orElse("json");
        values.put("ATOLL_LOG_FORMAT", format);
        values.put("ATOLL_LOG_JSON", Boolean.toString(format.equals("json")));
        values.put("ATOLL_HTTP_HOST", host);
        values.put("ATOLL_HTTP_PORT", Integer.toString(port));
        return values;
    }

    private static boolean isPassedOn(String name) {
        return name.startsWith("ATOLL_")
                && !NOT_PASSED_ON.contains(name)
                && !STORES.matcher(name).matches();
    }
}
