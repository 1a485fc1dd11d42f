/// Records of one cluster: write some, look at some.
///
/// Lives here: the routes, how bytes stand in JSON, and reading without a group. Not here: copying
/// and searching, which are operations. Start at `ConsumeQueries` and `ProduceService`. Invariant:
/// a browse ends at the end offsets taken at its start, and is bounded in records, bytes and time.
@NullMarked
package io.atoll.ops.message;

import org.jspecify.annotations.NullMarked;
