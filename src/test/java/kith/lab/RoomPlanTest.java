package kith.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import org.jivesoftware.smack.XMPPException.XMPPErrorException;
import org.jivesoftware.smack.packet.StanzaError.Condition;
import org.jivesoftware.smackx.muc.MultiUserChat;
import org.jivesoftware.smackx.muc.MultiUserChatManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.jxmpp.jid.EntityBareJid;
import org.jxmpp.jid.impl.JidCreate;
import org.jxmpp.jid.parts.Resourcepart;

/// That rooms become as planned, on each server.
@ParameterizedClass
@EnumSource
class RoomPlanTest {

    private final XmppServer server;
    private final LabAccount anna;
    private final LabAccount berta;

    RoomPlanTest(ServerKind kind) {
        server = kind.shared(ServerProfile.NORMAL);
        anna = server.newAccount("anna");
        berta = server.newAccount("berta");
    }

    @Test
    void aRoomForMembersRefusesOthers() {
        var room = server.newRoomAddress("club");
        server.createRoom(RoomPlan.open(room, "The club").onlyFor(anna.jid()));
        try (var a = LabUser.signIn(server, anna);
                var b = LabUser.signIn(server, berta)) {
            a.join(room, "anna");
            assertRefused(b, room, Condition.registration_required);
        }
    }

    @Test
    void aRoomRefusesWhoIsBanned() {
        var room = server.newRoomAddress("hall");
        server.createRoom(RoomPlan.open(room, "The hall").banning(berta.jid()));
        try (var b = LabUser.signIn(server, berta)) {
            assertRefused(b, room, Condition.forbidden);
        }
    }

    @Test
    void aRoomWithAPasswordRefusesWhoDoesntKnowIt() {
        var room = server.newRoomAddress("cellar");
        server.createRoom(RoomPlan.open(room, "The cellar").withPassword("wine"));
        try (var b = LabUser.signIn(server, berta)) {
            assertRefused(b, room, Condition.not_authorized);
            b.join(room, "berta", "wine");
        }
    }

    @Test
    void aRoomMayShowAddresses() {
        var open = server.newRoomAddress("open");
        var closed = server.newRoomAddress("closed");
        server.createRoom(RoomPlan.open(open, "Open").showingAddresses());
        server.createRoom(RoomPlan.open(closed, "Closed"));
        try (var a = LabUser.signIn(server, anna);
                var b = LabUser.signIn(server, berta)) {
            for (var room : new EntityBareJid[] {open, closed}) {
                a.join(room, "anna");
                b.join(room, "berta");
            }
            assertThat(addressOfAnna(b, open)).isTrue();
            assertThat(addressOfAnna(b, closed)).isFalse();
        }
    }

    @Test
    void anOwnerOwnsTheRoom() throws Exception {
        var room = server.newRoomAddress("study");
        server.createRoom(RoomPlan.open(room, "The study").ownedBy(anna.jid()));
        try (var a = LabUser.signIn(server, anna)) {
            a.join(room, "anna");
            assertThat(chat(a, room).getOwners())
                    .extracting(owner -> owner.getJid().toString())
                    .contains(anna.jid().toString());
        }
    }

    @Test
    void aDestroyedRoomSendsEverybodyOut() {
        var room = server.newRoomAddress("shed");
        server.createRoom(RoomPlan.open(room, "The shed"));
        try (var a = LabUser.signIn(server, anna)) {
            a.join(room, "anna");
            server.destroyRoom(room);
            await().until(() -> !chat(a, room).isJoined());
        }
    }

    private static void assertRefused(LabUser user, EntityBareJid room, Condition condition) {
        assertThatThrownBy(() -> user.join(room, "somebody"))
                .rootCause()
                .isInstanceOfSatisfying(
                        XMPPErrorException.class,
                        error ->
                                assertThat(error.getStanzaError().getCondition())
                                        .isEqualTo(condition));
    }

    private static boolean addressOfAnna(LabUser user, EntityBareJid room) {
        var occupant =
                chat(user, room)
                        .getOccupant(
                                JidCreate.entityFullFrom(
                                        room, Resourcepart.fromOrThrowUnchecked("anna")));
        return occupant.getJid() != null;
    }

    private static MultiUserChat chat(LabUser user, EntityBareJid room) {
        return MultiUserChatManager.getInstanceFor(user.connection()).getMultiUserChat(room);
    }
}
