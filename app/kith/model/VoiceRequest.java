package kith.model;

import org.jxmpp.jid.Jid;

/// A visitor of a room asks to be allowed to write there (XEP-0045 §8.6).
///
/// @param nick theirs when they asked
/// @param address by which the room knows them, with the resource
public record VoiceRequest(String nick, Jid address) {}
