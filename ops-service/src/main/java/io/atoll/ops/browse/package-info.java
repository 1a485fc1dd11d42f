/// Reading records without a group: which offsets, in which order, how far.
///
/// Knows no HTTP and no JSON. Start at `Browse`. Invariant: a browse ends at the end offsets taken
/// at its start, and is bounded in records, bytes and time.
@NullMarked
package io.atoll.ops.browse;

import org.jspecify.annotations.NullMarked;
