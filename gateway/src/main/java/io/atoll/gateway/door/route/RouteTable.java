package io.atoll.gateway.door.route;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds the route of a raw path. Literals match character by character, undecoded; a parameter
 * takes one segment that is not empty. At each segment a literal goes before a parameter, as in
 * JAX-RS.
 */
public final class RouteTable {
    private final Node root = new Node();
    private final List<Route> routes;

    /** What there is at a path. */
    public sealed interface Match {}

    public record Found(Route route) implements Match {}

    /**
     * @param allowed methods that are there instead
     */
    public record WrongMethod(SortedSet<String> allowed) implements Match {}

    public record NotThere() implements Match {}

    private static final class Node {
        private final Map<String, Node> literals = new TreeMap<>();
        private final Map<String, Route> byMethod = new TreeMap<>();
        private @Nullable Node parameter;
    }

    public RouteTable(List<Route> routes) {
        this.routes = List.copyOf(routes);
        this.routes.forEach(this::add);
    }

    public List<Route> routes() {
        return routes;
    }

    /** Whether some route begins with the first segment of this path. */
    public boolean knows(String path) {
        return root.literals.containsKey(path.substring(1).split("/", 2)[0]);
    }

    /**
     * @param method HEAD is answered by GET
     * @param path raw, as in the request line, without the query
     */
    public Match match(String method, String path) {
        String[] segments = path.substring(1).split("/", -1);
        var there = new ArrayList<Node>(2);
        collect(root, segments, 0, there);
        if (there.isEmpty()) {
            return new NotThere();
        }
        // A literal may be an id, too: POST /clusters/test beside GET /clusters/{id}.
        String wanted = method.equals("HEAD") ? "GET" : method;
        return there.stream()
                .map(node -> node.byMethod.get(wanted))
                .filter(Objects::nonNull)
                .findFirst()
                .<Match>map(Found::new)
                .orElseGet(() -> wrongMethod(there));
    }

    private static WrongMethod wrongMethod(List<Node> there) {
        var allowed = new TreeSet<String>();
        there.forEach(node -> allowed.addAll(node.byMethod.keySet()));
        return new WrongMethod(allowed);
    }

    /** Every node that ends a template and takes the path, the best first. */
    private static void collect(Node node, String[] segments, int at, List<Node> into) {
        if (at == segments.length) {
            if (!node.byMethod.isEmpty()) {
                into.add(node);
            }
            return;
        }
        Node literal = node.literals.get(segments[at]);
        if (literal != null) {
            collect(literal, segments, at + 1, into);
        }
        if (node.parameter != null && !segments[at].isEmpty()) {
            collect(node.parameter, segments, at + 1, into);
        }
    }

    private void add(Route route) {
        Node node = root;
        for (String segment : route.template().substring(1).split("/", -1)) {
            node = child(node, segment);
        }
        Route before = node.byMethod.putIfAbsent(route.method(), route);
        if (before != null) {
            throw new IllegalArgumentException(
                    "%s %s is both of %s and of %s"
                            .formatted(
                                    route.method(),
                                    route.template(),
                                    before.service().application(),
                                    route.service().application()));
        }
    }

    private static Node child(Node node, String segment) {
        if (!segment.startsWith("{")) {
            return node.literals.computeIfAbsent(segment, _ -> new Node());
        }
        if (node.parameter == null) {
            node.parameter = new Node();
        }
        return node.parameter;
    }
}
