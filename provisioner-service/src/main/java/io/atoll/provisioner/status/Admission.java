package io.atoll.provisioner.status;

/** Whether the spec can be carried out here. */
public sealed interface Admission {

    /** It can. */
    record Accepted() implements Admission {}

    /**
     * It cannot, until spec or runtime change.
     *
     * @param reason CamelCase, for machines
     * @param message one plain sentence, for people
     */
    record Refused(String reason, String message) implements Admission {}
}
