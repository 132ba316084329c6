/// The lab: real servers, scripted servers, broken wires and exact book-keeping for Kith's tests.
///
/// A test takes what it needs and nothing is shared but the servers:
///
/// - [kith.lab.XmppServer] is a real Prosody or ejabberd on loopback, with accounts, rosters, rooms
///   and old messages made directly; [kith.lab.ServerKind#shared] hands out one for each JVM and
///   [kith.lab.ServerProfile], because starting takes a second or more. Tests on a shared server
///   use names of their own ([kith.lab.XmppServer#newAccount]).
/// - [kith.lab.LabUser] is somebody to talk to.
/// - [kith.lab.FaultProxy] stands between client and server and breaks the wire as a
///   [kith.lab.FaultPlan] says.
/// - [kith.lab.ScriptedServer] says exactly what a test wants a server to say, right or wrong.
/// - [kith.lab.Ledger] compares what was sent with what arrived, exactly once and in order.
/// - [kith.lab.LabCa] makes the certificates, good and bad.
///
/// Nothing here uses Kith's own code, so that a mistake there can't hide itself. Everything listens
/// on loopback only and stops with the JVM, also when that is killed ([kith.lab.TiedProcess]);
/// only then are temporary folders `kith-lab-…` left over.
///
/// To add an operation on the real servers: a method in [kith.lab.LabControl] and the same
/// operation in both `mod_lab.lua` and `mod_lab.erl`; `XmppServerTest` runs on both.
@NullMarked
package kith.lab;

import org.jspecify.annotations.NullMarked;
