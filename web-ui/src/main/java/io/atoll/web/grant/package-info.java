/**
 * Grants on pages: in words, in a table, and the form that gives one, to users and groups alike.
 * Who holds them is in the people package. Start at GrantForm. Invariant: a form that leaves its
 * limit open is refused here, for it would reach all clusters.
 */
@NullMarked
package io.atoll.web.grant;

import org.jspecify.annotations.NullMarked;
