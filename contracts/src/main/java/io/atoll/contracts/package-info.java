/**
 * What crosses a wire between Atoll's services and its users: records and sealed interfaces only.
 * Imports the JDK, Bean Validation and Jackson annotations, nothing else. Names on the wire are the
 * snake_case of the names here.
 */
@NullMarked
package io.atoll.contracts;

import org.jspecify.annotations.NullMarked;
