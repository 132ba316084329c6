package kith.session;

import static kith.session.ScriptedSession.ROOM;

import kith.model.Occupant;
import kith.model.RoomNotice;
import kith.model.RoomTraits.Trait;
import kith.xmpp.XmppEvent;

import org.junit.jupiter.api.BeforeEach;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// A room with Priya and Tom in it that we have entered, and what our client tells of it.
abstract class RoomNoticesFixture extends RoomsFixture {

    @BeforeEach
    void enterAmongOthers() {
        join();
        come("Priya", "Tom");
        enter("Mara");
    }

    void come(String... nicks) {
        session.say(
                account,
                Stream.of(nicks)
                        .map(nick -> new XmppEvent.OccupantChanged(ROOM, occupant(nick, false)))
                        .toArray(XmppEvent[]::new));
    }

    void put(Occupant occupant) {
        session.say(account, new XmppEvent.OccupantChanged(ROOM, occupant));
    }

    void rename(String from, String to) {
        session.say(account, new XmppEvent.OccupantRenamed(ROOM, from, to));
    }

    void leave(String... nicks) {
        session.say(
                account,
                Stream.of(nicks)
                        .map(nick -> new XmppEvent.OccupantLeft(ROOM, nick))
                        .toArray(XmppEvent[]::new));
    }

    /// The room says what it is from now on, and what it is no more.
    void says(Set<Trait> now, Set<Trait> noMore) {
        session.say(account, new XmppEvent.RoomTraitsChanged(ROOM, now, noMore));
    }

    List<RoomNotice> notices() {
        return session.notices.of(key).get();
    }
}
