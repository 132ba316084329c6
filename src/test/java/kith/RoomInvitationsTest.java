package kith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import kith.lab.RoomPlan;
import kith.lab.ServerKind;
import kith.model.Availability;
import kith.model.Inviter;
import kith.model.ReceivedInvitation;
import kith.model.Refusal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.jxmpp.jid.BareJid;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Invitations to rooms of a real server: a contact's own to an open one (XEP-0249), the room's to
/// one with a list of members, and a no (XEP-0045 §7.8.2).
@ParameterizedClass
@EnumSource
class RoomInvitationsTest extends FriendsFixture {

    RoomInvitationsTest(ServerKind kind) {
        super(kind, "invitations");
    }

    @Test
    void aContactsOwnLeadsIntoAnOpenRoom() throws Exception {
        var annas = user("Anna", anna, "anna");
        var bobs = user("Bob", bob, "bob");
        annas.enter(room);
        annas.kith().awaitJoined(annas.chat(room));
        annas.kith().awaitPresence(annas.chat(bob.jid()), Availability.AVAILABLE);
        bobs.kith().awaitPresence(bobs.chat(anna.jid()), Availability.AVAILABLE);

        assertThat(invite(annas, room, bob.jid(), "Come!")).isEmpty();

        var received = awaitInvited(bobs, room);
        assertThat(received.invitation().inviter()).isEqualTo(new Inviter.Person(anna.jid()));
        assertThat(received.invitation().reason()).isEqualTo("Come!");
        assertThat(received.name()).isEqualTo("Anna");
        assertThat(received.isStranger()).isFalse();
        bobs.go();
        bobs.come();
        assertThat(awaitInvited(bobs, room)).isEqualTo(received);

        bobs.enter(room);
        bobs.kith().awaitJoined(bobs.chat(room));
        awaitNone(bobs);
    }

    @Test
    void aRoomWithMembersInvitesAndLetsTheInvitedIn() throws Exception {
        var club = server().newRoomAddress("club");
        server().createRoom(RoomPlan.open(club, "club").onlyFor().ownedBy(anna.jid()));
        var annas = user("Anna", anna, "anna");
        var bobs = user("Bob", bob, "bob");
        annas.enter(club);
        annas.kith().awaitJoined(annas.chat(club));

        assertThat(invite(annas, club, bob.jid(), "Members only")).isEmpty();

        var received = awaitInvited(bobs, club);
        assertThat(received.isStranger()).isTrue(); // the room's word
        assertThat(received.invitation().inviter())
                .isInstanceOfSatisfying(
                        Inviter.ByRoom.class,
                        it ->
                                assertThat(it.named().map(named -> named.asBareJid().toString()))
                                        .hasValueSatisfying(
                                                who -> // Prosody names the occupant
                                                assertThat(who)
                                                                .isIn(
                                                                        anna.jid().toString(),
                                                                        club.toString())));
        bobs.enter(club);
        bobs.kith().awaitJoined(bobs.chat(club));
        awaitNone(bobs);
    }

    @Test
    void aNoComesBack() throws Exception {
        var club = server().newRoomAddress("club");
        server().createRoom(RoomPlan.open(club, "club").ownedBy(anna.jid()));
        var stranger = server().newAccount("carl");
        var annas = user("Anna", anna, "anna");
        var carls = user("Carl", stranger, "carl");
        annas.enter(club);
        annas.kith().awaitJoined(annas.chat(club));
        assertThat(invite(annas, club, stranger.jid(), "")).isEmpty();
        awaitInvited(carls, club);

        var refusal =
                carls.kith()
                        .session()
                        .roomServices()
                        .invitations()
                        .decline(carls.chat(club), "No time")
                        .toCompletableFuture()
                        .get(RunningKith.PATIENCE.toSeconds(), TimeUnit.SECONDS);

        assertThat(refusal).isEmpty();
        awaitNone(carls);
        await("Anna is told")
                .atMost(RunningKith.PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(
                                                annas.kith()
                                                        .session()
                                                        .roomServices()
                                                        .invitationsSent()
                                                        .declined()
                                                        .get())
                                        .singleElement()
                                        .satisfies(
                                                it -> {
                                                    assertThat(it.who().equals(stranger.jid()))
                                                            .isTrue();
                                                    assertThat(it.reason()).isEqualTo("No time");
                                                }));
    }

    private static Optional<Refusal> invite(KithUser user, BareJid to, BareJid whom, String reason)
            throws Exception {
        return user.kith()
                .session()
                .roomServices()
                .invitationsSent()
                .invite(user.chat(to), whom, reason)
                .toCompletableFuture()
                .get(RunningKith.PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    private static ReceivedInvitation awaitInvited(KithUser user, BareJid room) {
        return await(user.name() + " is invited to " + room)
                .atMost(RunningKith.PATIENCE)
                .until(
                        () ->
                                waiting(user).stream()
                                        .filter(it -> it.invitation().room().equals(room))
                                        .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private static void awaitNone(KithUser user) {
        await(user.name() + " has nothing to answer")
                .atMost(RunningKith.PATIENCE)
                .until(() -> waiting(user).isEmpty());
    }

    private static List<ReceivedInvitation> waiting(KithUser user) {
        return user.kith().session().roomServices().invitations().waiting().get();
    }
}
