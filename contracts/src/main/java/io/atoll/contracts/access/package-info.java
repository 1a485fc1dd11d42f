/**
 * Who may do what: permissions, grants, and {@link io.atoll.contracts.access.Rights}, which alone
 * decides. Deny by default. Requests and answers about them are in {@link
 * io.atoll.contracts.grant}.
 */
@NullMarked
package io.atoll.contracts.access;

import org.jspecify.annotations.NullMarked;
