/**
 * Templates: list, one with its versions, make, edit, delete. Choosing one for a cluster is in the
 * create package. Start at TemplateResource. Invariant: built-in templates are only read.
 */
@NullMarked
package io.atoll.web.template;

import org.jspecify.annotations.NullMarked;
