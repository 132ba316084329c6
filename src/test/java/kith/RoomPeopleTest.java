package kith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import kith.RunningKith.MemorySecrets;
import kith.lab.LabAccount;
import kith.lab.LabUser;
import kith.lab.RoomPlan;
import kith.lab.ServerKind;
import kith.lab.ServerProfile;
import kith.lab.XmppServer;
import kith.model.ChatKey;
import kith.model.Occupant.Affiliation;
import kith.model.RoomNotice;
import kith.model.RoomNotice.AffiliationChanged;
import kith.model.RoomNotice.Moves;
import kith.model.RoomNotice.Removed;
import kith.model.RoomNotice.Renamed;
import kith.model.RoomNotice.Succeeded;
import kith.model.RoomState;
import kith.model.RoomState.Cause;

import org.jivesoftware.smack.SmackException;
import org.jivesoftware.smack.XMPPException;
import org.jivesoftware.smackx.muc.MultiUserChat;
import org.jivesoftware.smackx.muc.MultiUserChatManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.jxmpp.jid.EntityBareJid;
import org.jxmpp.jid.parts.Resourcepart;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// What real rooms say of people: who comes and leaves, is put out or gets another standing, others
/// and we (XEP-0045 §§7, 8, 9, 10).
@ParameterizedClass
@EnumSource
class RoomPeopleTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir Path folder;

    /// Whether rooms say whose nick it is (XEP-0421).
    private final boolean hasOccupantIds;

    private final XmppServer server;
    private final LabAccount alice;
    private final LabAccount bob;
    private final EntityBareJid room;
    private final LabUser owner;
    private final LabUser guest;
    private RunningKith kith;
    private ChatKey key;

    RoomPeopleTest(ServerKind kind) {
        hasOccupantIds = kind == ServerKind.PROSODY;
        server = kind.shared(ServerProfile.NORMAL);
        alice = server.newAccount("alice");
        bob = server.newAccount("bob");
        room = server.newRoomAddress("den");
        var carol = server.newAccount("carol");
        server.createRoom(RoomPlan.open(room, "The den").ownedBy(carol.jid()));
        owner = LabUser.signIn(server, carol);
        guest = LabUser.signIn(server, bob);
        owner.join(room, "Carol");
    }

    @BeforeEach
    void enter() {
        kith = RunningKith.open(folder, server, new MemorySecrets());
        key = new ChatKey(kith.add(server, alice), room);
        join();
    }

    @AfterEach
    void leave() {
        kith.close();
        guest.close();
        owner.close();
    }

    @Test
    void whoComesAndLeavesAndComesAgain() {
        assertThat(notices()).as("Carol was there before").isEmpty();
        guest.join(room, "Bob");
        awaitNotice(it -> it instanceof Moves moves && moves.came().first().contains("Bob"));
        guest.leave(room);
        await("nobody").atMost(PATIENCE).until(() -> notices().isEmpty());
        guest.join(room, "Bob");
        awaitNotice(
                it ->
                        hasOccupantIds
                                ? it instanceof Moves moves && moves.came().first().contains("Bob")
                                : it instanceof Succeeded maybe && !maybe.isCertain());
    }

    @Test
    void whoIsKickedIsRemovedByThemWithTheReason() {
        guest.join(room, "Bob");
        awaitNotice(Moves.class::isInstance);
        asOwner(chat -> chat.kickParticipant(nick("Bob"), "off topic"));
        var removed = (Removed) awaitNotice(Removed.class::isInstance);
        assertThat(removed.nick()).isEqualTo("Bob");
        assertThat(removed.how().cause()).isEqualTo(Cause.KICKED);
        assertThat(removed.how().reason()).isEqualTo("off topic");
    }

    @Test
    void whoIsBannedIsSaidToBe() {
        guest.join(room, "Bob");
        awaitNotice(Moves.class::isInstance);
        asOwner(chat -> chat.banUser(bob.jid(), "spam"));
        var removed = (Removed) awaitNotice(Removed.class::isInstance);
        assertThat(removed.how().cause()).isEqualTo(Cause.BANNED);
        assertThat(removed.how().reason()).isEqualTo("spam");
    }

    @Test
    void whoGetsAnotherStanding() {
        guest.join(room, "Bob");
        awaitNotice(Moves.class::isInstance);
        asOwner(chat -> chat.grantAdmin(bob.jid()));
        var changed = (AffiliationChanged) awaitNotice(AffiliationChanged.class::isInstance);
        assertThat(changed.nick()).isEqualTo("Bob");
        assertThat(changed.to()).isEqualTo(Affiliation.ADMIN);
    }

    @Test
    void ourOwnStandingIsToldToo() {
        asOwner(chat -> chat.grantMembership(List.of(alice.jid())));
        var changed = (AffiliationChanged) awaitNotice(AffiliationChanged.class::isInstance);
        assertThat(changed.isMe()).isTrue();
        assertThat(changed.to()).isEqualTo(Affiliation.MEMBER);
    }

    @Test
    void anotherNickIsToldAndNobodysComing() {
        guest.join(room, "Bob");
        awaitNotice(Moves.class::isInstance);
        asGuest(chat -> chat.changeNickname(nick("Robert")));
        var renamed = (Renamed) awaitNotice(Renamed.class::isInstance);
        assertThat(renamed.from()).isEqualTo("Bob");
        assertThat(renamed.to()).isEqualTo("Robert");
        assertThat(renamed.isMe()).isFalse();
        await("the nick")
                .atMost(PATIENCE)
                .until(
                        () ->
                                kith.session().rooms().occupants(key).get().stream()
                                        .anyMatch(it -> it.nick().equals("Robert")));
        assertThat(notices()).as("and nothing else").hasSize(2);
    }

    @Test
    void weAreKickedAndMayComeAgain() {
        asOwner(chat -> chat.kickParticipant(nick("Alice"), "off topic"));
        var removed = awaitRemoved();
        assertThat(removed.cause()).isEqualTo(Cause.KICKED);
        assertThat(removed.reason()).isEqualTo("off topic");
        join();
        assertThat(notices()).isEmpty();
    }

    @Test
    void weAreBanned() {
        asOwner(chat -> chat.banUser(alice.jid(), "spam"));
        assertThat(awaitRemoved().cause()).isEqualTo(Cause.BANNED);
    }

    @Test
    void theRoomBecomesOneForMembers() {
        makeMembersOnly();
        assertThat(awaitRemoved().cause()).isEqualTo(Cause.MEMBERS_ONLY_NOW);
    }

    @Test
    void weAreNoMemberOfARoomForMembersAnyMore() {
        asOwner(chat -> chat.grantMembership(List.of(alice.jid())));
        awaitNotice(AffiliationChanged.class::isInstance);
        makeMembersOnly();
        asOwner(chat -> chat.revokeMembership(List.of(alice.jid())));
        assertThat(awaitRemoved().cause()).isEqualTo(Cause.NO_LONGER_MEMBER);
    }

    @Test
    void theRoomIsDestroyed() {
        asOwner(chat -> chat.destroy("moved away", null));
        var removed = awaitRemoved();
        assertThat(removed.cause()).isEqualTo(Cause.DESTROYED);
        assertThat(removed.reason()).isEqualTo("moved away");
    }

    private void makeMembersOnly() {
        RoomForm.set(owner, room, "muc#roomconfig_membersonly", "1");
    }

    private void join() {
        kith.session().rooms().join(key.account(), room, "Alice", Optional.empty());
        kith.awaitJoined(key);
    }

    private RoomState.Removed awaitRemoved() {
        return (RoomState.Removed)
                await("put out")
                        .atMost(PATIENCE)
                        .until(
                                () -> kith.session().rooms().room(key).get().orElseThrow().state(),
                                RoomState.Removed.class::isInstance);
    }

    private RoomNotice awaitNotice(Predicate<RoomNotice> wanted) {
        return await("a notice")
                .atMost(PATIENCE)
                .until(() -> notices().stream().filter(wanted).findFirst(), Optional::isPresent)
                .orElseThrow();
    }

    private List<RoomNotice> notices() {
        return kith.session().roomServices().notices().of(key).get();
    }

    private static Resourcepart nick(String nick) {
        return Resourcepart.fromOrThrowUnchecked(nick);
    }

    private void asOwner(Act act) {
        as(owner, act);
    }

    private void asGuest(Act act) {
        as(guest, act);
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
