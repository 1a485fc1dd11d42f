/**
 * Forms: from the fields a browser sends to the JSON the API takes, and from the API's field errors
 * back to the fields. Field names are JSON pointers with dots: {@code kafka_config.heap_size}. What
 * is valid is decided by the API alone. Start at FormTree.
 */
@NullMarked
package io.atoll.web.form;

import org.jspecify.annotations.NullMarked;
