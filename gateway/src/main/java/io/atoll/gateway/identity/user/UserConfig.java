package io.atoll.gateway.identity.user;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** The first user, and the cost of passwords. */
@ConfigMapping(prefix = "atoll.user")
public interface UserConfig {

    /** Password of the user admin, looked at only while there are no users. No default. */
    Optional<String> adminPassword();

    /** True where nobody chose that password: the user has to at the first sign-in. */
    @WithDefault("false")
    boolean adminPasswordGenerated();

    /** Passwords hashed at the same time; each takes 19 MiB and about 50 ms of one core. */
    @WithDefault("1")
    int hashingThreads();

    /** Passwords that may wait to be hashed; past that sign-ins are refused for the moment. */
    @WithDefault("64")
    int hashingQueue();
}
