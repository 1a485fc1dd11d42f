package io.atoll.gateway.audit.view;

import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a query asks of the first rows {@code a} of entries, as SQL with its values. */
final class AuditFilter {
    /** How the entry of the row a ended. */
    static final String OUTCOME =
            """
            coalesce((select x.outcome from audit x
              where x.entry = a.entry and x.stage = 'completed' order by x.no limit 1),
              a.outcome, 'unknown')""";

    private static final String SEARCHED =
            """
            exists (select 1 from audit x where x.entry = a.entry and concat_ws(' ',
              x.subject, x.action, x.cluster, x.address, x.document) ilike %s)""";

    /** The form of a page, where the calls it led to are entries of their own. */
    private static final String NOT_TOLD_TWICE =
            """
            not (a.action = 'page' and exists (select 1 from audit x
              where x.trace = a.trace and x.opens and x.action <> 'page'
                and x.subject is not distinct from a.subject))""";

    private static final String WITHIN =
            """
            exists (select 1 from audit x, jsonb_to_recordset(%s::jsonb)
                as g(environment text, tag text, cluster text)
              where x.entry = a.entry and x.cluster is not null
                and (g.environment is null or g.environment = x.environment)
                and (g.tag is null or x.tags::jsonb ? g.tag)
                and (g.cluster is null or g.cluster = x.cluster))""";

    private final StringBuilder sql = new StringBuilder("a.opens and ").append(NOT_TOLD_TWICE);
    private final List<@Nullable Object> values = new ArrayList<>();

    private AuditFilter() {}

    static AuditFilter of(AuditParameters wanted, AuditReach reach) {
        var filter = new AuditFilter();
        filter.with("a.subject = %s", wanted.subject());
        filter.key(wanted.key());
        filter.with("a.trace = %s", wanted.trace());
        filter.with(
                "exists (select 1 from audit x where x.entry = a.entry and x.cluster = %s)",
                wanted.cluster());
        filter.action(wanted.action());
        filter.with(OUTCOME + " = %s", wanted.outcome());
        filter.time("a.at >= %s", wanted.since());
        filter.time("a.at < %s", wanted.until());
        filter.search(wanted.q());
        filter.within(reach);
        return filter;
    }

    /** Rows that come before a number. */
    AuditFilter before(long no) {
        var more = new AuditFilter();
        more.sql.setLength(0);
        more.sql.append(sql);
        more.values.addAll(values);
        more.and("a.no < " + more.next(no));
        return more;
    }

    String sql() {
        return sql.toString();
    }

    Tuple values() {
        return Tuple.wrap(new ArrayList<Object>(values));
    }

    /** In a text of JSON a quote of anybody else has a backslash before it. */
    private void key(@Nullable String id) {
        if (id != null && !id.isBlank()) {
            and("a.kind = 'key'");
            with("a.document like %s", "%\"key\":\"" + id + "\"%");
        }
    }

    private void action(@Nullable String action) {
        if (action != null && action.endsWith("*")) {
            with("a.action like %s", like(action.substring(0, action.length() - 1)) + "%");
        } else {
            with("a.action = %s", action);
        }
    }

    private void search(@Nullable String text) {
        if (text != null && !text.isBlank()) {
            with(SEARCHED, "%" + like(text.strip()) + "%");
        }
    }

    private void time(String condition, @Nullable Instant time) {
        if (time != null) {
            and(condition.formatted(next(time.atOffset(ZoneOffset.UTC))));
        }
    }

    private void within(AuditReach reach) {
        if (!reach.everything()) {
            and(WITHIN.replace("%s", next(reach.json())));
        }
    }

    private void with(String condition, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            and(condition.replace("%s", next(value)));
        }
    }

    private void and(String condition) {
        sql.append(" and ").append(condition);
    }

    private String next(Object value) {
        values.add(value);
        return "$" + values.size();
    }

    private static String like(String text) {
        return text.replaceAll("([\\\\%_])", "\\\\$1");
    }
}
