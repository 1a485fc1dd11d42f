/**
 * What requests must look like, said by annotations of Bean Validation and checked as they come.
 */
@NullMarked
package io.atoll.kit.validation;

import org.jspecify.annotations.NullMarked;
