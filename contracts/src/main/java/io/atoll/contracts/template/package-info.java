/**
 * Named, versioned defaults for a spec. Start at {@link io.atoll.contracts.template.TemplateView}.
 */
@NullMarked
package io.atoll.contracts.template;

import org.jspecify.annotations.NullMarked;
