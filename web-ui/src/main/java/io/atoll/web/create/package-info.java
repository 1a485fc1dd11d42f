/**
 * Making a cluster: the form, and the plan beside it that is asked of the API while a person types.
 * Start at CreateResource. Invariant: nothing is checked here that the API checks.
 */
@NullMarked
package io.atoll.web.create;

import org.jspecify.annotations.NullMarked;
