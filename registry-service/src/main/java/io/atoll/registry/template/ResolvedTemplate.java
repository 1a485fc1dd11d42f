package io.atoll.registry.template;

import io.atoll.contracts.template.TemplateView.Defaults;
import io.atoll.contracts.template.TemplateView.Resources;

/** A template in one version with its ancestors' values filled in. */
public record ResolvedTemplate(String id, int version, Defaults defaults, Resources resources) {}
