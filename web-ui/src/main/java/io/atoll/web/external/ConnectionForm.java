package io.atoll.web.external;

import io.atoll.web.form.FormState;
import io.atoll.web.form.FormTree;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Between the fields of a connection and the JSON of the API. Every value stays text. Pure. */
final class ConnectionForm {

    static final Set<String> FIELDS =
            Set.of(
                    "name",
                    "id",
                    "environment",
                    "description",
                    "tags",
                    "read_only",
                    "bootstrap_servers",
                    "client_properties",
                    "credentials",
                    "credentials.username",
                    "credentials.password",
                    "credentials.ca_pem",
                    "credentials.client_cert_pem",
                    "credentials.client_key_pem",
                    "credentials.token_url",
                    "credentials.client_id",
                    "credentials.client_secret",
                    "credentials.scope");

    private static final Set<String> SECRETS =
            Set.of(
                    "credentials.password",
                    "credentials.client_key_pem",
                    "credentials.client_secret");

    private static final Map<String, List<String>> PARTS =
            Map.of(
                    "none", List.of(),
                    "tls", List.of("ca_pem", "client_cert_pem", "client_key_pem"),
                    "plain", List.of("username", "password"),
                    "scram-sha-256", List.of("username", "password"),
                    "scram-sha-512", List.of("username", "password"),
                    "oauthbearer", List.of("token_url", "client_id", "client_secret", "scope"));

    private ConnectionForm() {}

    /** The fields as they were sent, without what nobody may see again. */
    static FormState state(MultivaluedMap<String, String> form) {
        Map<String, String> values = new LinkedHashMap<>(FormTree.values(form));
        values.keySet().removeAll(SECRETS);
        return FormState.of(values);
    }

    static Map<String, Object> registration(MultivaluedMap<String, String> form) {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("origin", "external");
        for (String field : List.of("name", "id", "environment", "description")) {
            put(request, field, value(form, field));
        }
        request.put("tags", FormTree.pairs(value(form, "tags")));
        request.put("read_only", value(form, "read_only").equals("true"));
        request.putAll(connection(form));
        return request;
    }

    static Map<String, Object> connection(MultivaluedMap<String, String> form) {
        Map<String, Object> request = new LinkedHashMap<>();
        List<String> servers =
                value(form, "bootstrap_servers")
                        .lines()
                        .flatMap(line -> List.of(line.split(",", -1)).stream())
                        .map(String::strip)
                        .filter(server -> !server.isEmpty())
                        .toList();
        request.put("bootstrap_servers", servers);
        request.put("credentials", credentials(form));
        request.put("client_properties", FormTree.pairs(value(form, "client_properties")));
        return request;
    }

    static Map<String, Object> credentials(MultivaluedMap<String, String> form) {
        String mechanism = value(form, "mechanism");
        Map<String, Object> credentials = new LinkedHashMap<>();
        credentials.put("mechanism", mechanism.isEmpty() ? "none" : mechanism);
        for (String part : PARTS.getOrDefault(mechanism, List.of())) {
            put(credentials, part, exact(form, "credentials." + part));
        }
        boolean secured = !mechanism.equals("none") && !mechanism.equals("tls");
        if (secured && value(form, "tls").equals("true")) {
            Map<String, Object> trust = new LinkedHashMap<>();
            put(trust, "ca_pem", value(form, "credentials.ca_pem"));
            credentials.put("tls", trust);
        }
        return credentials;
    }

    private static void put(Map<String, Object> into, String field, String value) {
        if (!value.isBlank()) {
            into.put(field, value);
        }
    }

    private static String value(MultivaluedMap<String, String> form, String field) {
        return exact(form, field).strip();
    }

    /** A password may begin or end with a blank. */
    private static String exact(MultivaluedMap<String, String> form, String field) {
        String value = form.getFirst(field);
        return value == null ? "" : value;
    }
}
