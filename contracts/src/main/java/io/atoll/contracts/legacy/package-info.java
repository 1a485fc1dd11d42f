/**
 * What the routes of the Local Kafka Manager take and answer, field by field as there: what is
 * absent stands as null, and bodies may have fields that nobody knows. Not for anything new. Start
 * at {@link io.atoll.contracts.legacy.LegacyTopicList}.
 */
@NullMarked
package io.atoll.contracts.legacy;

import org.jspecify.annotations.NullMarked;
