/**
 * Calls about who may do what: users, groups of users, roles, elevations. Start at UserClient; who
 * is signed in is asked by AccessClient of the client package.
 */
@NullMarked
package io.atoll.web.client.access;

import org.jspecify.annotations.NullMarked;
