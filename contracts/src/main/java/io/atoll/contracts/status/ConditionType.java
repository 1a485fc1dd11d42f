package io.atoll.contracts.status;

/** The types of conditions; those of external clusters have {@link #READY} alone. */
public final class ConditionType {

    /** The spec can be carried out by its runtime on this machine. */
    public static final String ACCEPTED = "Accepted";

    /** What the spec asks for exists: directories, ports, nodes. */
    public static final String PROVISIONED = "Provisioned";

    /** Clients can use the cluster: a quorum answers and every broker is registered. */
    public static final String READY = "Ready";

    /** REST proxy or UI: asked for and there; only present where asked for. */
    public static final String COMPANIONS = "Companions";

    private ConditionType() {}
}
