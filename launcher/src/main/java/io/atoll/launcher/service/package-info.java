/** The five services of Atoll as children: environment, command line, readiness. */
@NullMarked
package io.atoll.launcher.service;

import org.jspecify.annotations.NullMarked;
