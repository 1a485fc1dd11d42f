package io.atoll.ops.endpoint;

import io.atoll.ops.outbound.LookupGuard;
import io.atoll.ops.outbound.Outbound;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * What Kafka's clients may do in this process, whatever their settings say: no JNDI or LDAP logins,
 * no configuration providers, no files for tokens, tokens from the operator's endpoints alone. Set
 * before the first client is made. A process that would look names up without the outbound rules
 * does not start.
 */
@ApplicationScoped
class ClientSystem {

    static final String LOGIN_MODULES = "org.apache.kafka.disallowed.login.modules";
    static final String PROVIDERS = "org.apache.kafka.automatic.config.providers";
    static final String OAUTH_URLS = "org.apache.kafka.sasl.oauthbearer.allowed.urls";
    static final String OAUTH_FILES = "org.apache.kafka.sasl.oauthbearer.allowed.files";

    private final Outbound outbound;

    ClientSystem(Outbound outbound) {
        this.outbound = outbound;
    }

    void start(@Observes @Priority(1) StartupEvent event) {
        if (LaunchMode.current() == LaunchMode.NORMAL && !LookupGuard.holds()) {
            throw new IllegalStateException(
                    "Names of clusters would be looked up without the outbound rules.");
        }
        System.setProperty(
                LOGIN_MODULES,
                "com.sun.security.auth.module.JndiLoginModule,"
                        + "com.sun.security.auth.module.LdapLoginModule,"
                        + "com.sun.security.auth.module.KeyStoreLoginModule,"
                        + "com.sun.security.auth.module.Krb5LoginModule");
        System.setProperty(PROVIDERS, "none");
        System.setProperty(OAUTH_URLS, String.join(",", outbound.oauthUrls()));
        System.setProperty(OAUTH_FILES, "");
    }
}
