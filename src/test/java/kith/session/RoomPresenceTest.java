package kith.session;

import static kith.session.ScriptedSession.ROOM;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.Availability;
import kith.model.Presence;
import kith.model.RoomState;
import kith.xmpp.XmppEvent;

import org.jivesoftware.smack.packet.Presence.Mode;
import org.junit.jupiter.api.Test;

import java.util.List;

/// The user's presence in the rooms they are in (XEP-0045 §7.7).
class RoomPresenceTest extends RoomsFixture {

    @Test
    void theUsersPresenceIsToldToEachRoomTheyAreIn() {
        join();
        session.presence.set(new Presence(Availability.AWAY, "at lunch"));
        session.server(account).takeSent();
        enter("Mara");
        assertThat(presencesInTheRoom())
                .singleElement()
                .satisfies(
                        each -> {
                            assertThat(each.getTo().toString()).isEqualTo(ROOM + "/Mara");
                            assertThat(each.getMode()).isEqualTo(Mode.away);
                            assertThat(each.getStatus()).isEqualTo("at lunch");
                        });
        session.presence.set(new Presence(Availability.BUSY, ""));
        assertThat(presencesInTheRoom())
                .singleElement()
                .satisfies(each -> assertThat(each.getMode()).isEqualTo(Mode.dnd));
        session.say(account, new XmppEvent.OccupantRenamed(ROOM, "Mara", "Mara L"));
        assertThat(presencesInTheRoom())
                .singleElement()
                .satisfies(each -> assertThat(each.getTo().toString()).isEqualTo(ROOM + "/Mara L"));
        session.say(account, new XmppEvent.RoomEnded(ROOM, RoomState.LEFT));
        session.presence.set(Presence.AVAILABLE);
        assertThat(presencesInTheRoom()).isEmpty();
    }

    private List<org.jivesoftware.smack.packet.Presence> presencesInTheRoom() {
        return session.server(account).takeSent().stream()
                .filter(this::isForTheRoom)
                .map(org.jivesoftware.smack.packet.Presence.class::cast)
                .toList();
    }
}
