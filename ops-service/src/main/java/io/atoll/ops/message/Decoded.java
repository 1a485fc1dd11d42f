package io.atoll.ops.message;

import io.atoll.contracts.topic.Encoding;
import org.jspecify.annotations.Nullable;

/// Bytes as they stand in JSON.
///
/// @param value a string, or JSON that is passed on as it is; null where there were no bytes
/// @param encoding null where there were no bytes
/// @param truncated true: cut at the limit
record Decoded(@Nullable Object value, @Nullable Encoding encoding, boolean truncated) {

    static final Decoded NOTHING = new Decoded(null, null, false);
}
