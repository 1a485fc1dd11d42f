/**
 * Groups of users and their members: who is in one has its grants. Start at {@link
 * io.atoll.gateway.rights.group.UserGroupService}. Consumer groups of Kafka are not here.
 */
@NullMarked
package io.atoll.gateway.rights.group;

import org.jspecify.annotations.NullMarked;
