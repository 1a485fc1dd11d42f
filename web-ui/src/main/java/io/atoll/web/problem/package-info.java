/**
 * The pages that explain each type of problem, from the texts under docs/problems. Start at
 * ProblemResource. Invariant: every type in the contracts has its page.
 */
@NullMarked
package io.atoll.web.problem;

import org.jspecify.annotations.NullMarked;
