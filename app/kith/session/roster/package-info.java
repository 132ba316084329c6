/// Contacts and their presence.
///
/// Core lane. The roster is the server's (RFC 6121 §2); the store keeps a copy, so that the list is
/// there before the network is. Presence is never stored: what was true at the last start isn't
/// known to be true now.
@NullMarked
package kith.session.roster;

import org.jspecify.annotations.NullMarked;
