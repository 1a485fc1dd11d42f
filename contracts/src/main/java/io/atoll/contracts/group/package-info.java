/**
 * Consumer groups of one Kafka cluster as the API shows them. Start at {@link
 * io.atoll.contracts.group.GroupView}.
 */
@NullMarked
package io.atoll.contracts.group;

import org.jspecify.annotations.NullMarked;
