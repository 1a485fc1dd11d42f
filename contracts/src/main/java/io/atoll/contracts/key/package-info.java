/**
 * API keys: requests and answers. A key itself is in one answer alone, {@link
 * io.atoll.contracts.key.IssuedApiKeyView}.
 */
@NullMarked
package io.atoll.contracts.key;

import org.jspecify.annotations.NullMarked;
