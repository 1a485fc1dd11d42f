/// One isolated set of Kafka clients for each cluster, and who may use it.
///
/// Lives here: what the control topics say of clusters, how each is reached, its clients, its
/// bulkhead and its circuit breaker. Not here: anything about topics or records. Start at
/// `Connections`. Invariant: nothing of one cluster, be it dead, slow or black-holed, is waited
/// for by a request to another.
@NullMarked
package io.atoll.ops.connection;

import org.jspecify.annotations.NullMarked;
