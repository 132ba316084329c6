package kith.xmpp.door;

import kith.xmpp.RoomStanding;
import kith.xmpp.Tree;
import kith.xmpp.XmppEvent;
import kith.xmpp.XmppEvent.OccupantChanged;
import kith.xmpp.XmppEvent.OccupantRenamed;
import kith.xmpp.XmppEvent.RoomEnded;
import kith.xmpp.XmppEvent.RoomJoined;
import kith.xmpp.XmppEvent.RoomRefused;
import kith.xmpp.XmppEvent.SubjectChanged;

import org.jivesoftware.smack.packet.Presence;
import org.jivesoftware.smack.packet.Stanza;
import org.jxmpp.jid.BareJid;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The rooms that this session asked to be let into, and how it stands with each. Nobody else is a
/// room, whatever a stanza says of itself.
///
/// Learned from what goes out and from the events of what comes in. Any thread.
final class JoinedRooms {

    private static final String JOIN = "http://jabber.org/protocol/muc";

    private final Map<BareJid, RoomStanding> rooms = new ConcurrentHashMap<>();

    /// Who we are there whatever our nick (XEP-0421), as the room says with our own presence. It
    /// stays the same while we ask again to be let in, until the room says otherwise.
    private final Map<BareJid, String> ownIds = new ConcurrentHashMap<>();

    Optional<RoomStanding> of(BareJid address) {
        return Optional.ofNullable(rooms.get(address));
    }

    /// Whether what an occupant of a room says is ours: by who they are where that is known. Else
    /// by our nick, but only while we have it: as long as we are in, the room gives it to nobody
    /// else (XEP-0045 §7.2.8). Of what was said at another time a nick says nothing (R08).
    ///
    /// @param isNow whether the room says that it is being said, and not that it was
    boolean isOurs(BareJid room, String nick, Optional<String> occupantId, boolean isNow) {
        var ours = Optional.ofNullable(ownIds.get(room)).filter(_ -> occupantId.isPresent());
        return !nick.isEmpty()
                && of(room).isPresent()
                && ours.map(id -> occupantId.filter(id::equals).isPresent())
                        .orElseGet(() -> isNow && hasOurNick(room, nick));
    }

    private boolean hasOurNick(BareJid room, String nick) {
        return of(room).filter(it -> it.isJoined() && it.nick().equals(nick)).isPresent();
    }

    /// Learns how we stand with a room.
    void put(RoomStanding standing) {
        rooms.put(standing.room(), standing);
    }

    /// Learns from a stanza that is about to go out.
    void leaving(Stanza stanza) {
        var to = stanza.getTo();
        if (stanza instanceof Presence && to != null && Tree.in(stanza, "x", JOIN).isPresent()) {
            var nick = to.getResourceOrEmpty().toString();
            var room = to.asBareJid();
            rooms.put(room, RoomStanding.asked(room, nick));
        }
    }

    /// Learns from what came in.
    void heard(XmppEvent event) {
        switch (event) {
            case RoomJoined joined ->
                    rooms.computeIfPresent(
                            joined.room(), (room, mine) -> mine.joinedAs(joined.nick()));
            case SubjectChanged changed ->
                    rooms.computeIfPresent(
                            changed.room(), (room, mine) -> mine.withSubject(changed.subject()));
            case OccupantChanged(var room, var occupant) when occupant.isMe() ->
                    occupant.occupantId()
                            .ifPresentOrElse(id -> ownIds.put(room, id), () -> ownIds.remove(room));
            case RoomRefused refused -> forget(refused.room());
            case RoomEnded ended -> forget(ended.room());
            case OccupantRenamed renamed ->
                    rooms.computeIfPresent(
                            renamed.room(),
                            (room, mine) ->
                                    mine.nick().equals(renamed.from())
                                            ? mine.renamed(renamed.to())
                                            : mine);
            default -> {
                // says nothing of how we stand
            }
        }
    }

    private void forget(BareJid room) {
        rooms.remove(room);
        ownIds.remove(room);
    }
}
