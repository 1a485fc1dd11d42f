package io.atoll.contracts.connection;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What a sealed secret is bound to. Put into another cluster or field, or beside other addresses,
 * another token endpoint or a weaker protocol, it cannot be opened.
 */
public record SealContext(
        String clusterId, List<String> bootstrapServers, Credentials<?> credentials) {

    /**
     * @param field name of the secret's field
     */
    public String of(String field) {
        var trust = credentials.trust();
        var url = credentials instanceof Credentials.OAuthBearer<?> oauth ? oauth.tokenUrl() : "";
        var hosts = bootstrapServers.stream().sorted().collect(Collectors.joining(","));
        return String.join(
                "\n",
                "cluster",
                clusterId,
                field,
                credentials.name(),
                trust == null ? "clear" : "tls",
                trust == null || trust.caPem() == null ? "" : trust.caPem(),
                url,
                hosts);
    }
}
