package kith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import kith.lab.ServerKind;
import kith.model.Affiliated;
import kith.model.Occupant.Affiliation;
import kith.model.Occupant.Role;
import kith.model.Refusal.Reason;
import kith.model.Room;
import kith.model.RoomAct;
import kith.model.RoomChange;
import kith.model.RoomList;
import kith.model.RoomListing;
import kith.model.RoomState;
import kith.model.RoomState.Cause;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.impl.JidCreate;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// What owners, admins and moderators do to others in a room of a real server, and what each of the
/// three sees of it (XEP-0045 §§8 to 10).
@ParameterizedClass
@EnumSource
class ModerationTest extends ModeratedRoomFixture {

    ModerationTest(ServerKind kind) {
        super(kind);
    }

    @Test
    void rolesOfOneVisit() {
        assertThat(act(annas, RoomAct.TAKE_VOICE, "too loud", "Bob")).isEmpty();
        awaitRole(bobs, "Bob", Role.VISITOR);
        awaitRole(carols, "Bob", Role.VISITOR);
        assertThat(act(annas, RoomAct.GIVE_VOICE, "", "Bob")).isEmpty();
        awaitRole(bobs, "Bob", Role.PARTICIPANT);

        assertThat(act(annas, RoomAct.KICK, "off topic", "Bob")).isEmpty();
        awaitOut(bobs, Cause.KICKED, "off topic");
        awaitGone(carols, "Bob");
        bobs.enter(room); // may come back

        awaitRole(annas, "Bob", Role.PARTICIPANT);
        assertThat(act(annas, RoomAct.MAKE_MODERATOR, "", "Bob")).isEmpty();
        awaitRole(bobs, "Bob", Role.MODERATOR);
        assertThat(act(bobs, RoomAct.TAKE_VOICE, "", "Carol")).isEmpty();
        awaitRole(carols, "Carol", Role.VISITOR);
        assertThat(act(bobs, RoomAct.KICK, "bye", "Carol")).isEmpty();
        awaitOut(carols, Cause.KICKED, "bye");
        assertThat(act(annas, RoomAct.UNMAKE_MODERATOR, "", "Bob")).isEmpty();
        awaitRole(bobs, "Bob", Role.PARTICIPANT);
    }

    @Test
    void lastingStandings() {
        assertThat(actByAddress(annas, RoomAct.MAKE_MEMBER, bob.jid(), "helps")).isEmpty();
        awaitAffiliation(bobs, "Bob", Affiliation.MEMBER);
        assertThat(addresses(annas, RoomList.MEMBERS)).containsExactly(bob.jid());
        assertThat(actByAddress(annas, RoomAct.MAKE_ADMIN, bob.jid(), "")).isEmpty();
        awaitAffiliation(carols, "Bob", Affiliation.ADMIN);
        awaitRole(bobs, "Bob", Role.MODERATOR);
        assertThat(addresses(annas, RoomList.MEMBERS)).isEmpty();
        assertThat(addresses(bobs, RoomList.ADMINS)).containsExactly(bob.jid());
        assertThat(addresses(annas, RoomList.OWNERS)).contains(anna.jid());

        assertThat(actByAddress(bobs, RoomAct.BAN, carol.jid(), "spam")).isEmpty();
        awaitOut(carols, Cause.BANNED, "spam");
        awaitGone(annas, "Carol");
        assertThat(addresses(bobs, RoomList.BANNED)).containsExactly(carol.jid());
        join(carols);
        awaitRefused(carols, Reason.FORBIDDEN);
        assertThat(actByAddress(bobs, RoomAct.UNLIST, carol.jid(), "")).isEmpty();
        assertThat(addresses(annas, RoomList.BANNED)).isEmpty();
        carols.enter(room);

        assertThat(actByAddress(annas, RoomAct.MAKE_OWNER, bob.jid(), "")).isEmpty();
        awaitAffiliation(annas, "Bob", Affiliation.OWNER);
        assertThat(actByAddress(annas, RoomAct.UNLIST, anna.jid(), "")).isEmpty();
        awaitAffiliation(annas, "Anna", Affiliation.NONE);
        assertThat(addresses(bobs, RoomList.OWNERS)).contains(bob.jid()).doesNotContain(anna.jid());
    }

    /// Prosody looks at the first of several only, and says that all is done.
    @Test
    void severalAtOnce() {
        var strangers =
                IntStream.range(0, 5)
                        .mapToObj(
                                i -> JidCreate.bareFromOrThrowUnchecked("s" + i + "@birke.example"))
                        .toList();
        assertThat(
                        change(
                                annas,
                                strangers.stream()
                                        .map(it -> RoomChange.adding(it, RoomList.BANNED, "spam"))
                                        .toList()))
                .isEmpty();
        assertThat(addresses(annas, RoomList.BANNED)).containsExactlyElementsOf(strangers);
        assertThat(
                        change(
                                annas,
                                entries(annas, RoomList.BANNED).stream()
                                        .limit(3)
                                        .map(it -> RoomChange.of(RoomAct.UNLIST, it, ""))
                                        .toList()))
                .isEmpty();
        assertThat(addresses(annas, RoomList.BANNED)).hasSize(2);

        assertThat(act(annas, RoomAct.TAKE_VOICE, "quiet", "Bob", "Carol")).isEmpty();
        awaitRole(bobs, "Bob", Role.VISITOR);
        awaitRole(carols, "Carol", Role.VISITOR);
        assertThat(act(annas, RoomAct.KICK, "closing", "Bob", "Carol")).isEmpty();
        awaitOut(bobs, Cause.KICKED, "closing");
        awaitOut(carols, Cause.KICKED, "closing");
    }

    private List<Affiliated> entries(KithUser who, RoomList list) {
        return ((RoomListing.Known) listing(who, list)).entries();
    }

    private List<BareJid> addresses(KithUser who, RoomList list) {
        return entries(who, list).stream().map(Affiliated::address).toList();
    }

    private void join(KithUser who) {
        var chat = who.chat(room);
        who.kith().session().rooms().join(chat.account(), room, who.name(), Optional.empty());
    }

    private void awaitGone(KithUser who, String nick) {
        await(who.name() + " sees " + nick + " no more")
                .atMost(RunningKith.PATIENCE)
                .until(() -> occupant(who, nick).isEmpty());
    }

    private RoomState state(KithUser who) {
        return who.kith()
                .session()
                .rooms()
                .room(who.chat(room))
                .get()
                .map(Room::state)
                .orElse(RoomState.LEFT);
    }

    private void awaitOut(KithUser who, Cause cause, String reason) {
        await(who.name() + " is out")
                .atMost(RunningKith.PATIENCE)
                .until(
                        () ->
                                state(who) instanceof RoomState.Removed removed
                                        && removed.cause() == cause
                                        && removed.reason().equals(reason));
    }

    private void awaitRefused(KithUser who, Reason reason) {
        await(who.name() + " is not let in")
                .atMost(RunningKith.PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(state(who))
                                        .isInstanceOfSatisfying(
                                                RoomState.Refused.class,
                                                it ->
                                                        assertThat(it.refusal().reason())
                                                                .isEqualTo(reason)));
    }
}
