/**
 * Events as a list that grows while one looks. The stream itself comes from the gateway to the
 * browser; the list as of now is rendered here. Start at EventResource.
 */
@NullMarked
package io.atoll.web.event;

import org.jspecify.annotations.NullMarked;
