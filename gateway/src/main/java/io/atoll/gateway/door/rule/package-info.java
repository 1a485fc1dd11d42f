/**
 * What a request is held against before anything of it is done: its address, where a key has no
 * place, a password that is due, a dry run that nobody plans, how large it may be. Pure; the door
 * asks them.
 */
@NullMarked
package io.atoll.gateway.door.rule;

import org.jspecify.annotations.NullMarked;
