/**
 * What every page shares: the frame and who looks at it, sign-in, error pages, static files, the
 * security headers, and how figures are worded. Not the pages themselves. Start at PageFactory and
 * templates/shell/layout.html. Invariant: nothing inline, so that the content security policy can
 * refuse every inline script and style.
 */
@NullMarked
package io.atoll.web.shell;

import org.jspecify.annotations.NullMarked;
