/// Tells the audit what callers changed at clusters. Start at `ChangeNotes`. Not here: the audit
/// itself, which the gateway keeps. Invariant: a change is told only after its effect, and never
/// with the content of a record.
@NullMarked
package io.atoll.ops.audit;

import org.jspecify.annotations.NullMarked;
