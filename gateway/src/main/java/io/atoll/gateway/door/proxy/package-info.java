/**
 * Forwards a request to a service and its answer back, as a stream in both directions. Who may is
 * decided before. Start at {@link io.atoll.gateway.door.proxy.Proxy}. Nothing a caller says about
 * its own identity gets through.
 */
@NullMarked
package io.atoll.gateway.door.proxy;

import org.jspecify.annotations.NullMarked;
