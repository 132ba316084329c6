/// Connecting, signing in and staying there: Smack's connection, fenced in.
///
/// [kith.xmpp.link.SmackLink] is what the session sees. `Supervisor` decides when to connect and
/// what to do when that fails; `SmackConnection` is Smack with its holes closed; `Inbox` brings
/// what comes in from Smack's reader thread to the core lane in batches, where `Intake` reads it;
/// `Requests` brings answers to who asked; `Watchdog` notices a server that is silent.
///
/// **Threads.** What blocks runs on io: connecting, signing in, saying goodbye. Smack's reader
/// thread does no more than keep what lasts ([kith.xmpp.InboundJournal]) and queue. All state
/// changes on the core lane, the listener is told there.
///
/// **Proxies.** `ThroughProxy` is the other way to a socket, and once an account has a proxy the
/// only one: nothing is looked up or connected to but the proxy.
///
/// **Why.** Smack's own reconnecting gives up in silence, its managers believe strangers and run
/// too late for delivery; so it is parser, transport and stream management here, and no more.
@NullMarked
package kith.xmpp.link;

import org.jspecify.annotations.NullMarked;
