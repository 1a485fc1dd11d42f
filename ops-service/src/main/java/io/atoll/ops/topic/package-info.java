/// Topics of one cluster: list, make, look at, configure, delete.
///
/// Lives here: the routes, what a change would do, and how Kafka's refusals read to a person. Not
/// here: records, and the cached view that lists are answered from (`picture`). Start at
/// `TopicResource`. Invariant: an event is written only after its effect.
@NullMarked
package io.atoll.ops.topic;

import org.jspecify.annotations.NullMarked;
