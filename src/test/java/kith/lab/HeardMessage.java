package kith.lab;

import org.jivesoftware.smack.packet.Message;
import org.jxmpp.jid.Jid;

/// A message with a body that a [LabUser] got, live or later.
///
/// @param id the stanza's id; empty for none
public record HeardMessage(Jid from, Message.Type type, String id, String body) {}
