package kith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import kith.lab.HeardCodes;
import kith.lab.LabAccount;
import kith.lab.LabUser;
import kith.lab.RoomPlan;
import kith.lab.Sends;
import kith.lab.ServerKind;
import kith.lab.ServerProfile;
import kith.lab.XmppServer;
import kith.model.Occupant;
import kith.model.Room;
import kith.model.RoomNotice;
import kith.model.RoomState;
import kith.model.RoomState.Cause;
import kith.model.RoomTraits.Trait;

import org.jivesoftware.smack.SmackException;
import org.jivesoftware.smack.XMPPException;
import org.jivesoftware.smack.packet.Presence;
import org.jivesoftware.smack.packet.StanzaBuilder;
import org.jivesoftware.smack.packet.StanzaError;
import org.jivesoftware.smackx.muc.MultiUserChat;
import org.jivesoftware.smackx.muc.MultiUserChatManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.jxmpp.jid.EntityBareJid;
import org.jxmpp.jid.parts.Resourcepart;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/// The status codes of XEP-0045 that real rooms send: Bob, to whom the same happens, hears them as
/// they are; Alice has Kith, and sees what they mean.
@ParameterizedClass
@EnumSource
class RoomCodesTest {

    @TempDir Path folder;

    private final ServerKind kind;
    private final XmppServer server;
    private final LabAccount alice;
    private final LabAccount bob;
    private final EntityBareJid room;
    private final LabUser owner;
    private final LabUser guest;
    private final HeardCodes codes;
    private KithUser hers;

    RoomCodesTest(ServerKind kind) {
        this.kind = kind;
        server = kind.shared(ServerProfile.NORMAL);
        alice = server.newAccount("alice");
        bob = server.newAccount("bob");
        room = server.newRoomAddress("codes");
        owner = LabUser.signIn(server, server.newAccount("carol"));
        guest = LabUser.signIn(server, bob);
        codes = HeardCodes.of(guest);
    }

    @BeforeEach
    void come() {
        hers = new KithUser("Alice", server, alice, folder.resolve("alice"));
        hers.come();
    }

    @AfterEach
    void theServerHasSentThem(TestInfo test) {
        try (owner;
                guest;
                var _ = hers) {
            codes.assertSent(test.getTestMethod().orElseThrow(), kind);
        }
    }

    @Test
    @Sends(
            prosody = {"110", "201"},
            ejabberd = {"110", "201"})
    void aRoomThatIsNew() {
        hers.enter(room);
        assertThat(occupant("Alice").orElseThrow().affiliation())
                .isEqualTo(Occupant.Affiliation.OWNER);
        guest.join(server.newRoomAddress("codes"), "Bob");
    }

    @Test
    @Sends(
            prosody = {"100", "110"},
            ejabberd = {"100", "110"})
    void aRoomThatShowsAddresses() {
        server.createRoom(RoomPlan.open(room, "Codes").showingAddresses());
        guest.join(room, "Bob");
        hers.enter(room);
        awaitTrait(Trait.NON_ANONYMOUS, true);
        assertThat(occupant("Bob").orElseThrow().address()).contains(bob.jid());
    }

    @Test
    @Sends(
            prosody = {"104", "172", "173"},
            ejabberd = {"104", "172", "173"})
    void whatTheOwnerChanges() {
        enterAll();
        RoomForm.set(owner, room, "muc#roomconfig_roomname", "The codes");
        awaitThat("the name", () -> state().name().equals("The codes"));
        RoomForm.set(owner, room, "muc#roomconfig_whois", "anyone");
        awaitTrait(Trait.NON_ANONYMOUS, true);
        RoomForm.set(owner, room, "muc#roomconfig_whois", "moderators");
        awaitTrait(Trait.NON_ANONYMOUS, false);
        awaitTrait(Trait.SEMI_ANONYMOUS, true);
    }

    @Test
    @Sends(
            prosody = {"170", "171"},
            ejabberd = {"170", "171"})
    void whetherItIsWrittenDown() {
        var field =
                switch (kind) {
                    case PROSODY -> "muc#roomconfig_enablearchiving";
                    case EJABBERD -> "muc#roomconfig_enablelogging";
                };
        enterAll();
        if (kind == ServerKind.PROSODY) {
            RoomForm.set(owner, room, field, "0");
        }
        RoomForm.set(owner, room, field, "1");
        awaitTrait(Trait.LOGGED, true);
        RoomForm.set(owner, room, field, "0");
        awaitTrait(Trait.LOGGED, false);
    }

    @Test
    @Sends(
            prosody = {"303", "110"},
            ejabberd = {"303", "110"})
    void anotherNick() {
        enterAll();
        as(guest, chat -> chat.changeNickname(nick("Robert")));
        awaitThat("the nick", () -> occupant("Robert").isPresent() && occupant("Bob").isEmpty());
    }

    @Test
    @Sends(prosody = "307", ejabberd = "307")
    void aKick() {
        enterAll();
        for (var each : List.of("Bob", "Alice")) {
            as(owner, chat -> chat.kickParticipant(nick(each), "off topic"));
        }
        awaitOut(Cause.KICKED);
    }

    @Test
    @Sends(prosody = "301", ejabberd = "301")
    void aBan() {
        enterAll();
        as(owner, chat -> chat.banUsers(List.of(bob.jid())));
        as(owner, chat -> chat.banUsers(List.of(alice.jid())));
        awaitOut(Cause.BANNED);
    }

    @Test
    @Sends(prosody = "322", ejabberd = "322")
    void forMembersOnlyNow() {
        enterAll();
        RoomForm.set(owner, room, "muc#roomconfig_membersonly", "1");
        awaitOut(Cause.MEMBERS_ONLY_NOW);
    }

    @Test
    @Sends(prosody = "321", ejabberd = "321")
    void noMemberAnyMore() {
        enterAll();
        as(owner, chat -> chat.grantMembership(List.of(alice.jid())));
        as(owner, chat -> chat.grantMembership(List.of(bob.jid())));
        RoomForm.set(owner, room, "muc#roomconfig_membersonly", "1");
        as(owner, chat -> chat.revokeMembership(List.of(alice.jid())));
        as(owner, chat -> chat.revokeMembership(List.of(bob.jid())));
        awaitOut(Cause.NO_LONGER_MEMBER);
    }

    /// What an occupant's device sends back as an error says that it can't be reached: that is no
    /// kick. ejabberd says of it 307 alone, or nothing.
    @Test
    @Sends(prosody = "333")
    void aDeviceThatIsNotReached() {
        enterAll();
        guest.send(
                StanzaBuilder.buildPresence("gone")
                        .to(room)
                        .ofType(Presence.Type.error)
                        .addExtension(
                                StanzaError.getBuilder(
                                                StanzaError.Condition.remote_server_not_found)
                                        .setType(StanzaError.Type.CANCEL)
                                        .build())
                        .build());
        awaitThat("Bob is gone", () -> occupant("Bob").isEmpty());
        if (kind == ServerKind.PROSODY) {
            assertThat(hers.kith().session().roomServices().notices().of(hers.chat(room)).get())
                    .noneMatch(RoomNotice.Removed.class::isInstance);
        }
    }

    /// The owner is in it first.
    private void enterAll() {
        server.createRoom(RoomPlan.open(room, "Codes").ownedBy(owner.jid().asBareJid()));
        owner.join(room, "Carol");
        guest.join(room, "Bob");
        hers.enter(room);
    }

    private Room state() {
        return hers.kith().session().rooms().room(hers.chat(room)).get().orElseThrow();
    }

    private Optional<Occupant> occupant(String nick) {
        return occupants().filter(each -> each.nick().equals(nick)).findFirst();
    }

    private Stream<Occupant> occupants() {
        return hers.kith().session().rooms().occupants(hers.chat(room)).get().stream();
    }

    private void awaitTrait(Trait trait, boolean has) {
        awaitThat(trait + " is " + has, () -> state().traits().is(trait) == has);
    }

    private void awaitOut(Cause cause) {
        awaitThat(
                "out",
                () ->
                        state().state() instanceof RoomState.Removed removed
                                && removed.cause() == cause);
    }

    private static void awaitThat(String what, Callable<Boolean> holds) {
        await(what).atMost(RunningKith.PATIENCE).until(holds);
    }

    private static Resourcepart nick(String nick) {
        return Resourcepart.fromOrThrowUnchecked(nick);
    }

    private void as(LabUser user, Act act) {
        try {
            act.in(MultiUserChatManager.getInstanceFor(user.connection()).getMultiUserChat(room));
        } catch (SmackException | XMPPException refused) {
            throw new IllegalStateException("the room refuses", refused);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    /// Something done in the room.
    private interface Act {

        void in(MultiUserChat chat) throws SmackException, XMPPException, InterruptedException;
    }
}
