/**
 * How refusals and failures are answered. A feature throws an {@link
 * io.atoll.kit.refusal.AtollException}; {@link io.atoll.kit.problem.ProblemMapper} alone turns it,
 * and everything else that is thrown, into an answer. Also here: the trace id of a request.
 *
 * <p>Invariant: what leaves the service is a problem of a known type and never an internal text.
 */
@NullMarked
package io.atoll.kit.problem;

import org.jspecify.annotations.NullMarked;
