/**
 * One cluster: what it is and how it fares, its nodes, its configuration, its events, and what can
 * be done to it. Topics and messages have packages of their own and share ClusterFrame. Start at
 * ClusterResource. Invariant: what the visitor may not do here is not offered.
 */
@NullMarked
package io.atoll.web.cluster;

import org.jspecify.annotations.NullMarked;
