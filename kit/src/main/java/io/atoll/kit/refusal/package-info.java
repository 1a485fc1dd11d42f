/**
 * Refusals and failures of requests: a feature throws one, with what its caller is told. Start at
 * {@link io.atoll.kit.refusal.AtollException}. How they are answered is in {@link
 * io.atoll.kit.problem}.
 */
@NullMarked
package io.atoll.kit.refusal;

import org.jspecify.annotations.NullMarked;
