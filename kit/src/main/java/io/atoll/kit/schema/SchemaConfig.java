package io.atoll.kit.schema;

import io.smallrye.config.ConfigMapping;
import java.util.List;

/** Which schema is this service's and what makes it. */
@ConfigMapping(prefix = "atoll.schema")
interface SchemaConfig {

    String name();

    /** SQL files of the class path, named as Flyway names migrations. */
    List<String> migrations();
}
