/**
 * Consumer groups of a cluster: list and one group with what it has left to read. Start at
 * GroupResource. Invariant: what is not known is shown as that, never as nothing.
 */
@NullMarked
package io.atoll.web.group;

import org.jspecify.annotations.NullMarked;
