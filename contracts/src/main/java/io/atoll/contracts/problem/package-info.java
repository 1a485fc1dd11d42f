/**
 * Refusals and failures on the wire, after RFC 9457. One {@link
 * io.atoll.contracts.problem.ProblemType} for each page under docs/problems.
 */
@NullMarked
package io.atoll.contracts.problem;

import org.jspecify.annotations.NullMarked;
