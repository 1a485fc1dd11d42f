/**
 * Who may do what on which cluster, and why or why not. Roles and permissions in words are in the
 * role package. Start at RightsFactory. Invariant: nothing is decided here; the gateway is asked,
 * as it decides.
 */
@NullMarked
package io.atoll.web.rights;

import org.jspecify.annotations.NullMarked;
