/**
 * Calls about who is signed in and who may do what: the account, users, groups of users, roles,
 * elevations, limits, the audit. Start at AccountClient.
 */
@NullMarked
package io.atoll.web.client.access;

import org.jspecify.annotations.NullMarked;
