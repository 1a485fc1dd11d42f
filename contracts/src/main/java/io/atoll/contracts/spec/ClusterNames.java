package io.atoll.contracts.spec;

/** Forms of the names that people give. */
public final class ClusterNames {

    /** Ids in paths: like a DNS label. */
    public static final String ID = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";

    public static final String ID_MESSAGE =
            "must be 1 to 63 of a-z, 0-9 and '-', and begin and end with a letter or digit";

    /** Environments: dev, test, staging, prod or any other label. */
    public static final String ENVIRONMENT = ID;

    /** Tag keys. */
    public static final String TAG_KEY = "[A-Za-z0-9]([A-Za-z0-9._/-]{0,61}[A-Za-z0-9])?";

    /** Display names: printable, no control characters, no blank ends. */
    public static final String NAME = "[^\\s\\p{Cntrl}]([^\\p{Cntrl}]{0,78}[^\\s\\p{Cntrl}])?";

    private ClusterNames() {}
}
