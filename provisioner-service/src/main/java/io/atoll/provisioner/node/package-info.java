/**
 * Nodes of clusters over HTTP, as they were observed last. Start at {@link
 * io.atoll.provisioner.node.NodeResource}; nothing is observed here.
 *
 * <p>Invariant: a node's name is looked up among the known ones before it is used for anything.
 */
@NullMarked
package io.atoll.provisioner.node;

import org.jspecify.annotations.NullMarked;
