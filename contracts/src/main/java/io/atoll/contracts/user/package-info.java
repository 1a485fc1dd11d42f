/** Users: requests and answers. What they may do is in {@link io.atoll.contracts.grant}. */
@NullMarked
package io.atoll.contracts.user;

import org.jspecify.annotations.NullMarked;
