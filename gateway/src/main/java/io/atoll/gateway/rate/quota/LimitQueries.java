package io.atoll.gateway.rate.quota;

import io.atoll.contracts.limit.LimitClass;
import io.atoll.contracts.limit.OverrideView;
import io.atoll.gateway.rate.quota.LimitRules.Stored;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads what was changed of limits. Rows of classes that this version does not know are left. */
@ApplicationScoped
class LimitQueries {
    private static final String COLUMNS = "class, kind, subject, quota, window_seconds, version";

    private final Pool pool;

    LimitQueries(Pool pool) {
        this.pool = pool;
    }

    /** Rises with each change. */
    Uni<Long> revision() {
        return revision(pool);
    }

    private static Uni<Long> revision(SqlClient client) {
        return client.query("select no from limit_revision")
                .execute()
                .map(rows -> rows.iterator().next().getLong("no"));
    }

    /** At least as new as its revision says. */
    Uni<LimitRules> load() {
        return load(pool);
    }

    Uni<LimitRules> load(SqlClient client) {
        return revision(client)
                .chain(
                        no ->
                                classes(client)
                                        .chain(
                                                classes ->
                                                        overrides(client)
                                                                .map(
                                                                        overrides ->
                                                                                new LimitRules(
                                                                                        no, classes,
                                                                                        overrides))));
    }

    /** Overrides of a class in the order of kind and subject, from after the given on. */
    Uni<List<OverrideView>> page(LimitClass limitClass, Tenant after, int size) {
        return pool.preparedQuery(
                        "select "
                                + COLUMNS
                                + " from limit_override where class = $1"
                                + " and (kind, subject) > ($2, $3) order by kind, subject limit $4")
                .execute(Tuple.of(limitClass.wire(), after.kind(), after.subject(), size))
                .map(rows -> known(rows).map(LimitQueries::view).toList());
    }

    private static Uni<Map<LimitClass, Stored>> classes(SqlClient client) {
        return client.query("select class, quota, window_seconds, version from request_limit")
                .execute()
                .map(
                        rows -> {
                            var found = new HashMap<LimitClass, Stored>();
                            known(rows).forEach(r -> found.put(limitClass(r), stored(r)));
                            return found;
                        });
    }

    private static Uni<Map<LimitRules.Key, Stored>> overrides(SqlClient client) {
        return client.query("select " + COLUMNS + " from limit_override")
                .execute()
                .map(
                        rows -> {
                            var found = new HashMap<LimitRules.Key, Stored>();
                            known(rows).forEach(r -> found.put(key(r), stored(r)));
                            return found;
                        });
    }

    private static Stream<Row> known(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .filter(
                        r ->
                                Arrays.stream(LimitClass.values())
                                        .anyMatch(c -> c.wire().equals(r.getString("class"))));
    }

    private static LimitClass limitClass(Row row) {
        return LimitClass.of(row.getString("class"));
    }

    private static LimitRules.Key key(Row row) {
        return new LimitRules.Key(
                limitClass(row), new Tenant(row.getString("kind"), row.getString("subject")));
    }

    private static Stored stored(Row row) {
        return new Stored(
                Limit.of(
                        limitClass(row), row.getInteger("quota"), row.getInteger("window_seconds")),
                row.getLong("version"));
    }

    private static OverrideView view(Row row) {
        return new OverrideView(
                limitClass(row),
                row.getString("kind"),
                row.getString("subject"),
                row.getInteger("quota"),
                row.getInteger("window_seconds"),
                row.getLong("version"));
    }
}
