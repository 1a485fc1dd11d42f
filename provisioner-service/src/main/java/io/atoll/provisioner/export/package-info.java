/**
 * A cluster as a file that others can start: a view of its spec, made anew with each request. Start
 * at {@link io.atoll.provisioner.export.ComposeFactory}. Invariant: equal specs give equal bytes,
 * and the nodes have the settings that Atoll gives them in containers.
 */
@NullMarked
package io.atoll.provisioner.export;

import org.jspecify.annotations.NullMarked;
