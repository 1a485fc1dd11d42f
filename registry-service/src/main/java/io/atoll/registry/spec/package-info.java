/**
 * From defaults and wishes to a complete spec, and what is wrong, different or costly about it. All
 * pure. Knows neither rows nor HTTP. Start at {@link io.atoll.registry.spec.SpecFactory}.
 * Invariant: in a spec every field of the brokers' settings is set.
 */
@NullMarked
package io.atoll.registry.spec;

import org.jspecify.annotations.NullMarked;
