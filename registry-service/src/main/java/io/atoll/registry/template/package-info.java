/**
 * Named, versioned defaults for specs: built in and people's own, each extending at most one other.
 * Does not know clusters, only the port {@link io.atoll.registry.template.SpecSource} to copy a
 * spec from. Start at {@link io.atoll.registry.template.TemplateService}. Invariant: every stored
 * template resolves to values that make a valid spec.
 */
@NullMarked
package io.atoll.registry.template;

import org.jspecify.annotations.NullMarked;
