/**
 * Topics of a cluster: list, one topic, create, configure, delete. Records in them are in the
 * message package. Start at TopicResource. Invariant: empty, not allowed, unreachable are told
 * apart.
 */
@NullMarked
package io.atoll.web.topic;

import org.jspecify.annotations.NullMarked;
