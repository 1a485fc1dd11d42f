/// Records of one cluster: write some, look at some.
///
/// Lives here: the routes, and how bytes stand in JSON. Not here: which records are read
// (`browse`);
/// copying and searching, which are operations. Start at `ConsumeQueries` and `ProduceService`.
@NullMarked
package io.atoll.ops.message;

import org.jspecify.annotations.NullMarked;
