package io.atoll.provisioner.runtime;

import io.atoll.contracts.spec.ClusterNames;
import java.util.regex.Pattern;

/// Id of a cluster, safe as the name of a directory and on a command line.
public record ClusterId(String value) implements Comparable<ClusterId> {

    private static final Pattern FORM = Pattern.compile(ClusterNames.ID);

    public ClusterId {
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException("Not a cluster id: " + value);
        }
    }

    public static boolean isWellFormed(String value) {
        return FORM.matcher(value).matches();
    }

    @Override
    public int compareTo(ClusterId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
