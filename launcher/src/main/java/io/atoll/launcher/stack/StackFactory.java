package io.atoll.launcher.stack;

import io.atoll.launcher.child.Part;
import io.atoll.launcher.home.Build;
import io.atoll.launcher.home.DiskSpace;
import io.atoll.launcher.home.Home;
import io.atoll.launcher.home.Settings;
import io.atoll.launcher.jvm.AotShelf;
import io.atoll.launcher.jvm.ProgramShelf;
import io.atoll.launcher.kafka.KafkaPart;
import io.atoll.launcher.postgres.PostgresPart;
import io.atoll.launcher.redis.RedisPart;
import io.atoll.launcher.secret.Accounts;
import io.atoll.launcher.secret.DatabaseUsers;
import io.atoll.launcher.secret.FirstAdmin;
import io.atoll.launcher.secret.KafkaUsers;
import io.atoll.launcher.secret.KeyPairs;
import io.atoll.launcher.secret.Logins;
import io.atoll.launcher.secret.Passwords;
import io.atoll.launcher.secret.SealKeys;
import io.atoll.launcher.secret.SecretStore;
import io.atoll.launcher.service.Addresses;
import io.atoll.launcher.service.Backends;
import io.atoll.launcher.service.BrokerProgram;
import io.atoll.launcher.service.ServiceEnvironment;
import io.atoll.launcher.service.ServiceParts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Which parts there are: the embedded ones that nothing from outside replaces, then the services.
public final class StackFactory {

    private final Settings settings;
    private final Home home;
    private final Build build;
    private final SecretStore secrets;
    private final Addresses addresses;
    private final ProgramShelf programs;

    public StackFactory(Settings settings, Build build) {
        this.settings = settings;
        this.build = build;
        home = settings.home();
        secrets = new SecretStore(home.secrets());
        addresses = new Addresses(settings.host(), settings.port(), settings.internalPort());
        programs = new ProgramShelf(home.cache().resolve("app"));
    }

    public List<Part> all() throws IOException {
        var parts = embedded();
        parts.addAll(services());
        return parts;
    }

    /// PostgreSQL, Kafka and Redis as far as they are not given from outside.
    public List<Part> embedded() throws IOException {
        var parts = new ArrayList<Part>();
        if (settings.value("ATOLL_DB_URL").isEmpty()) {
            var users = new DatabaseUsers(new Accounts(secrets).database());
            parts.add(PostgresPart.of(home, addresses.postgres(), users));
            // The one password of an earlier version.
            secrets.remove("db-password");
        }
        if (settings.value("ATOLL_KAFKA_BOOTSTRAP").isEmpty()) {
            var broker = KafkaPart.program(home, programs.copy("broker", build.brokerClassPath()));
            var users = new KafkaUsers(new Accounts(secrets).kafka());
            parts.add(KafkaPart.of(home, addresses.kafka(), users, broker, caches()));
        }
        if (settings.value("ATOLL_REDIS_URL").isEmpty()) {
            parts.add(RedisPart.of(home, addresses.redis(), password("redis-password")));
        }
        return parts;
    }

    private List<Part> services() throws IOException {
        var keys = new KeyPairs(secrets);
        keys.ensure("access");
        keys.ensure("internal");
        new SealKeys(home.secrets().resolve("seal")).ensure();
        var environment = new ServiceEnvironment(settings, addresses, backends());
        return new ServiceParts(build, home.root(), programs, caches(), environment)
                .all(
                        broker(),
                        new FirstAdmin(secrets).password(settings.value("ATOLL_ADMIN_PASSWORD")));
    }

    private Backends backends() throws IOException {
        var logins = new Logins(settings);
        return new Backends(
                settings.value("ATOLL_DB_URL")
                        .orElse("postgresql://127.0.0.1:" + addresses.postgres() + "/atoll"),
                logins.database(),
                settings.value("ATOLL_KAFKA_BOOTSTRAP").orElse("127.0.0.1:" + addresses.kafka()),
                logins.kafka(),
                settings.value("ATOLL_REDIS_URL").orElse(redisUrl()));
    }

    private String redisUrl() throws IOException {
        return "redis://:" + password("redis-password") + "@127.0.0.1:" + addresses.redis();
    }

    private BrokerProgram broker() throws IOException {
        var classPath = programs.copy("broker", build.brokerClassPath());
        var program = KafkaPart.program(home, classPath);
        var folder = classPath.getFirst().resolveSibling("");
        return new BrokerProgram(folder, caches().cache(program));
    }

    private AotShelf caches() throws IOException {
        return new AotShelf(
                home.aot(), settings.aheadOfTime() && DiskSpace.enoughForCaches(home.root()));
    }

    private String password(String name) throws IOException {
        return secrets.valueOr(name, Passwords::generate);
    }
}
