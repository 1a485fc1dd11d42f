package io.atoll.gateway.audit.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.atoll.contracts.audit.AuditDifference;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Where two states differ, value by value. What was made or removed whole has no differences. */
final class Differences {
    private static final int MOST = 200;

    static List<AuditDifference> between(JsonNode before, JsonNode after) {
        var found = new ArrayList<AuditDifference>();
        if (before.isObject() && after.isObject()) {
            collect("", before, after, found);
        }
        return found.size() > MOST ? found.subList(0, MOST) : found;
    }

    private static void collect(
            String pointer, JsonNode before, JsonNode after, List<AuditDifference> into) {
        if (before.equals(after)) {
            return;
        }
        if (before instanceof ObjectNode a && after instanceof ObjectNode b) {
            var names = new TreeSet<String>();
            a.fieldNames().forEachRemaining(names::add);
            b.fieldNames().forEachRemaining(names::add);
            names.forEach(n -> collect(pointer + "/" + escape(n), a.path(n), b.path(n), into));
        } else if (before.isArray() && after.isArray()) {
            for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
                collect(pointer + "/" + i, before.path(i), after.path(i), into);
            }
        } else {
            into.add(new AuditDifference(pointer, value(before), value(after)));
        }
    }

    private static @Nullable Object value(JsonNode node) {
        return node.isMissingNode() || node.isNull() ? null : node;
    }

    /** RFC 6901. */
    private static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private Differences() {}
}
