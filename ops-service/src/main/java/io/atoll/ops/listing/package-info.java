/**
 * Lists that come in pages, in order of names.
 *
 * <p>Lives here: which part of a list a page is, and the headers around it. Not here: what is
 * listed, and who may see it. Start at {@link io.atoll.ops.listing.NamePage}. Invariant: the pages
 * of a list that stays as it is are together that list.
 */
@NullMarked
package io.atoll.ops.listing;

import org.jspecify.annotations.NullMarked;
