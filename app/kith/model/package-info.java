/// What the program knows, as immutable values: account, chat, message, contact, room, refusal.
///
/// No value here does anything; services in `session` own and change them, `store` keeps them,
/// `xmpp` makes them of what comes in. Two facts get two components, even where they are equal
/// today. Absence is an `Optional` or a case of its own; unknown is never false.
///
/// A component more on a record that is stored needs a schema file and its mapper in the one store
/// class; the round-trip test fails until all three agree.
@NullMarked
package kith.model;

import org.jspecify.annotations.NullMarked;
