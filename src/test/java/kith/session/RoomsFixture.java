package kith.session;

import static kith.session.ScriptedSession.ROOM;

import kith.model.AccountId;
import kith.model.ChatKey;
import kith.model.Occupant;
import kith.model.Presence;
import kith.model.Refusal;
import kith.model.Room;
import kith.xmpp.XmppEvent;

import org.jivesoftware.smack.packet.Stanza;

import java.util.Optional;

/// A session of one account that comes into a room.
abstract class RoomsFixture {

    static final Optional<Refusal> OFFLINE = Optional.of(Refusal.of(Refusal.Reason.OFFLINE));

    final ScriptedSession session = new ScriptedSession();
    final AccountId account = session.signIn();
    final ChatKey key = new ChatKey(account, ROOM);

    void join() {
        session.rooms.join(account, ROOM, "Mara", Optional.empty());
    }

    void enter(String nick) {
        session.say(
                account,
                new XmppEvent.OccupantChanged(ROOM, occupant(nick, true)),
                new XmppEvent.RoomJoined(ROOM, nick));
    }

    Room room() {
        return session.rooms.room(key).get().orElseThrow();
    }

    boolean isForTheRoom(Stanza stanza) {
        return stanza instanceof org.jivesoftware.smack.packet.Presence
                && stanza.getTo() != null
                && stanza.getTo().asBareJid().equals(ROOM);
    }

    static Occupant occupant(String nick, boolean isMe) {
        return new Occupant(
                nick,
                Occupant.Role.PARTICIPANT,
                Occupant.Affiliation.NONE,
                Optional.empty(),
                Presence.AVAILABLE,
                isMe);
    }
}
