package io.atoll.contracts.audit;

/**
 * What may stand in the audit as the state before or after a change: an answer of the API, never a
 * request. No such type has, at any depth, a component that is a secret or is named like one.
 */
public interface Audited {}
