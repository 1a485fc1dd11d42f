package io.atoll.contracts.grant;

import io.atoll.contracts.audit.Audited;
import java.util.List;

/**
 * What an import changes, in the order in which it does so. Nothing is ever taken away.
 *
 * @param done false for a dry run
 */
public record AccessPlan(boolean done, List<Change> changes) implements Audited {

    public AccessPlan {
        changes = List.copyOf(changes);
    }

    /**
     * @param what role, user, group, member or grant
     * @param change create, update or add
     * @param name of the role, user or group it is about
     * @param detail the member, or the grant in words
     */
    public record Change(String what, String change, String name, String detail) {}
}
