package io.atoll.kit.control;

import io.atoll.testkit.TestPostgres;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.net.URI;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;

/** Ways to the database that can be broken, and schemas beside the probe's. */
public final class Database {

    /** {@code host:port} of the server. */
    public static String address() {
        return uri().getAuthority();
    }

    /** A pool of its own, through the given address. */
    public static Pool pool(String address, String schema) {
        return pool(address, schema, 5);
    }

    /** The same of at most so many connections. */
    public static Pool pool(String address, String schema, int connections) {
        var at = URI.create("postgresql://" + address);
        var options =
                new PgConnectOptions()
                        .setHost(at.getHost())
                        .setPort(at.getPort())
                        .setDatabase(uri().getPath().substring(1))
                        .setUser(TestPostgres.USER)
                        .setPassword(TestPostgres.PASSWORD)
                        .setProperties(Map.of("search_path", schema));
        return Pool.newInstance(
                PgBuilder.pool()
                        .with(new PoolOptions().setMaxSize(connections))
                        .connectingTo(options)
                        .build());
    }

    private static URI uri() {
        return URI.create(ConfigProvider.getConfig().getValue("ATOLL_DB_URL", String.class));
    }

    private Database() {}
}
