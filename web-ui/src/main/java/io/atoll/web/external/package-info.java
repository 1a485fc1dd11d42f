/**
 * Clusters that run elsewhere: the form to register one, and the tab that shows and changes how it
 * is reached. Start at {@link io.atoll.web.external.ConnectionForm}. Invariant: a secret that was
 * typed is sent on once and never shown again.
 */
@NullMarked
package io.atoll.web.external;

import org.jspecify.annotations.NullMarked;
