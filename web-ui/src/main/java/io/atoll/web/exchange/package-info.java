/**
 * The page that takes roles, users, groups and their grants out as one document and in again. Start
 * at ExchangeResource. Invariant: what an import would change can be seen before it is done.
 */
@NullMarked
package io.atoll.web.exchange;

import org.jspecify.annotations.NullMarked;
