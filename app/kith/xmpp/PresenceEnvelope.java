package kith.xmpp;

import org.jivesoftware.smack.packet.Presence;
import org.jxmpp.jid.EntityFullJid;
import org.jxmpp.jid.Jid;

import java.time.Instant;
import java.util.Optional;

/// A presence as it came through the door.
///
/// @param self our own address in this session
/// @param room how we stand with the room it came from; empty where it didn't come from one
/// @param since since when, where our server delayed it (XEP-0203)
public record PresenceEnvelope(
        EntityFullJid self,
        Presence presence,
        Jid from,
        Optional<RoomStanding> room,
        Optional<Instant> since) {}
