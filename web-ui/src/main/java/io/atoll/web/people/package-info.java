/**
 * Users and groups of users: lists, one of each with its grants, and the forms that make and change
 * them. Grants on pages are in the grant package, roles in the role package. Start at UserPages.
 * Invariant: no password is ever shown again.
 */
@NullMarked
package io.atoll.web.people;

import org.jspecify.annotations.NullMarked;
