package kith.session;

import static kith.session.ScriptedSession.ROOM;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.AccountId;
import kith.model.Availability;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.ConnectionProblem;
import kith.model.Hat;
import kith.model.Occupant;
import kith.model.Presence;
import kith.model.Refusal;
import kith.model.Room;
import kith.model.RoomState;
import kith.model.RoomTraits;
import kith.model.RoomTraits.Trait;
import kith.xmpp.XmppEvent;

import org.jivesoftware.smack.packet.Presence.Mode;
import org.jivesoftware.smack.packet.Stanza;
import org.junit.jupiter.api.Test;
import org.jxmpp.jid.impl.JidCreate;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

class RoomsTest {

    private static final Optional<Refusal> OFFLINE =
            Optional.of(Refusal.of(Refusal.Reason.OFFLINE));

    private final ScriptedSession session = new ScriptedSession();
    private final AccountId account = session.signIn();
    private final ChatKey key = new ChatKey(account, ROOM);

    @Test
    void isInARoomOnceTheRoomSaysSo() {
        join();
        assertThat(room().state()).isEqualTo(RoomState.JOINING);

        enter("Mara");
        session.say(
                account,
                new XmppEvent.OccupantChanged(ROOM, occupant("Priya", false)),
                new XmppEvent.SubjectChanged(ROOM, "Riso night"),
                new XmppEvent.RoomNamed(ROOM, "Harbour print co-op"));

        assertThat(room())
                .isEqualTo(
                        new Room(
                                key,
                                "Harbour print co-op",
                                "Mara",
                                RoomState.JOINED,
                                "Riso night",
                                2));
        assertThat(session.chatList.chat(key).get())
                .hasValueSatisfying(
                        chat -> {
                            assertThat(chat.kind()).isEqualTo(Chat.Kind.ROOM);
                            assertThat(chat.title()).isEqualTo("Harbour print co-op");
                        });
    }

    @Test
    void saysWhyItWasRefusedAndDoesNotAskAgainByItself() {
        join();
        var refusal = Refusal.of(Refusal.Reason.MEMBERS_ONLY);
        session.say(account, new XmppEvent.RoomRefused(ROOM, refusal));
        assertThat(room().state()).isEqualTo(new RoomState.Refused(refusal));
        session.server(account).takeSent();

        session.on(account, server -> server.lost(ConnectionProblem.Kind.CONNECTION_LOST));
        session.on(account, server -> server.signedIn(false));

        assertThat(joins()).isZero();
    }

    @Test
    void isEnteredAgainInANewSessionButNotInAResumedOne() {
        join();
        enter("Mara");
        session.server(account).takeSent();
        session.server(account).grant(); // the room is there, and we in it

        session.on(account, server -> server.lost(ConnectionProblem.Kind.CONNECTION_LOST));
        session.on(account, server -> server.signedIn(true));
        assertThat(joins()).isZero();
        assertThat(room().state()).isEqualTo(RoomState.JOINED);

        session.on(account, server -> server.lost(ConnectionProblem.Kind.CONNECTION_LOST));
        session.on(account, server -> server.signedIn(false));
        assertThat(joins()).isEqualTo(1);
        assertThat(room().state()).isEqualTo(RoomState.JOINING);
        assertThat(session.rooms.occupants(key).get()).isEmpty();
    }

    @Test
    void isEnteredAgainAfterARestartUnlessItWasLeft() {
        join();
        enter("Mara");

        var restarted = new ScriptedSession(session);
        restarted.accounts.connectAll();
        restarted.on(account, server -> server.signedIn(false));
        assertThat(restarted.server(account).takeSent().stream().filter(this::isForTheRoom))
                .hasSize(1);

        restarted.rooms.leave(key);
        var again = new ScriptedSession(restarted);
        again.accounts.connectAll();
        again.on(account, server -> server.signedIn(false));
        assertThat(again.server(account).takeSent().stream().filter(this::isForTheRoom)).isEmpty();
    }

    @Test
    void whoIsThrownOutIsTold() {
        join();
        enter("Mara");
        var kicked = new RoomState.Removed(RoomState.Cause.KICKED, "Priya", "off topic");
        session.say(account, new XmppEvent.RoomEnded(ROOM, kicked));

        assertThat(room().state()).isEqualTo(kicked);
        assertThat(room().occupants()).isZero();
    }

    @Test
    void whoLeavesHasLeftWhateverTheRoomSaysAfterwards() {
        join();
        enter("Mara");
        session.rooms.leave(key);
        session.say(account, new XmppEvent.RoomEnded(ROOM, RoomState.LEFT));

        assertThat(room().state()).isEqualTo(RoomState.LEFT);
    }

    @Test
    void whoLeavesBeforeTheRoomLetsThemInHasLeftAlsoAfterARestart() {
        join();
        session.rooms.leave(key);
        enter("Mara"); // it was on its way
        assertThat(room().state()).isEqualTo(RoomState.LEFT);
        session.say(account, new XmppEvent.RoomEnded(ROOM, RoomState.LEFT));

        assertThat(isEnteredAfterARestart()).isFalse();
    }

    @Test
    void whoIsThrownOutIsNotInItAfterARestart() {
        join();
        enter("Mara");
        var banned = new RoomState.Removed(RoomState.Cause.BANNED, "Priya", "");
        session.say(account, new XmppEvent.RoomEnded(ROOM, banned));

        assertThat(isEnteredAfterARestart()).isFalse();
    }

    @Test
    void whoCouldNotEnterForNowTriesAgainAfterARestart() {
        join();
        var away = new RoomState.Refused(Refusal.of(Refusal.Reason.SERVER_NOT_REACHED));
        session.say(account, new XmppEvent.RoomRefused(ROOM, away.refusal()));

        assertThat(isEnteredAfterARestart()).isTrue();
    }

    /// The server says of our own signing off that we have left.
    @Test
    void whoSignsOffIsInItAgainAfterARestart() {
        join();
        enter("Mara");
        session.say(account, new XmppEvent.RoomEnded(ROOM, RoomState.LEFT));

        assertThat(isEnteredAfterARestart()).isTrue();
    }

    private boolean isEnteredAfterARestart() {
        var restarted = new ScriptedSession(session);
        restarted.accounts.connectAll();
        restarted.on(account, server -> server.signedIn(false));
        return restarted.server(account).takeSent().stream().anyMatch(this::isForTheRoom);
    }

    @Test
    void followsWhoComesGoesAndIsRenamed() {
        join();
        enter("Mara");
        session.say(
                account,
                new XmppEvent.OccupantChanged(ROOM, occupant("Priya", false)),
                new XmppEvent.OccupantChanged(ROOM, occupant("Tom", false)),
                new XmppEvent.OccupantRenamed(ROOM, "Tom", "Tom O"),
                new XmppEvent.OccupantLeft(ROOM, "Priya"),
                new XmppEvent.OccupantRenamed(ROOM, "Mara", "Mara L"));

        assertThat(session.rooms.occupants(key).get())
                .extracting(Occupant::nick)
                .containsExactlyInAnyOrder("Tom O", "Mara L");
        assertThat(room().nick()).isEqualTo("Mara L");
    }

    /// XEP-0421 §3.3, XEP-0317 §2: any other room lets through what they say of themselves (H20).
    @Test
    void whatOccupantsSayOfThemselvesIsBelievedOnlyWhereTheRoomVouchesForIt() {
        join();
        enter("Mara");
        var priya = new Hat("urn:hats:host", "Host");
        session.say(
                account, new XmppEvent.OccupantChanged(ROOM, wearing("Priya", "id-priya", priya)));
        assertThat(occupant("Priya").occupantId()).isEmpty();
        assertThat(occupant("Priya").hats()).isEmpty();
        assertThat(occupant("Priya").colorKey()).isEqualTo("Priya");

        session.say(account, described(RoomTraits.of(Trait.OCCUPANT_IDS)));
        assertThat(occupant("Priya").occupantId()).contains("id-priya");
        assertThat(occupant("Priya").hats()).isEmpty();
        assertThat(occupant("Priya").colorKey()).isEqualTo("id-priya");

        session.say(account, described(RoomTraits.of(Trait.OCCUPANT_IDS, Trait.HATS)));
        assertThat(occupant("Priya").hats()).containsExactly(priya);

        session.say(account, new XmppEvent.OccupantRenamed(ROOM, "Priya", "Priya N"));
        assertThat(occupant("Priya N").occupantId()).contains("id-priya");
        assertThat(occupant("Priya N").hats()).containsExactly(priya);
    }

    /// XEP-0045 §7.7.
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

    private static XmppEvent described(RoomTraits traits) {
        return new XmppEvent.RoomDescribed(ROOM, traits);
    }

    private Occupant occupant(String nick) {
        return session.rooms.occupants(key).get().stream()
                .filter(each -> each.nick().equals(nick))
                .findFirst()
                .orElseThrow();
    }

    private static Occupant wearing(String nick, String id, Hat... hats) {
        return new Occupant(
                nick,
                Occupant.Role.PARTICIPANT,
                Occupant.Affiliation.NONE,
                Optional.empty(),
                Presence.AVAILABLE,
                false,
                Optional.of(id),
                List.of(hats));
    }

    @Test
    void noticesWhenOneIsNamed() {
        join();
        enter("Mara");
        session.say(account, session.inRoom("Priya", "1", "Marathon today", false));
        assertThat(session.chatList.chat(key).get()).map(Chat::isMentioned).contains(false);

        session.say(account, session.inRoom("Priya", "2", "@mara: can you unlock?", false));
        assertThat(session.chatList.chat(key).get()).map(Chat::isMentioned).contains(true);

        session.chats.markRead(key);
        assertThat(session.chatList.chat(key).get()).map(Chat::isMentioned).contains(false);
    }

    @Test
    void aNewSubjectIsDoneWhenTheRoomSaysSo() {
        join();
        enter("Mara");
        session.server(account).takeSent();

        var outcome = session.rooms.changeSubject(key, "Riso night");
        assertThat(outcome).isNotCompleted();
        session.say(account, new XmppEvent.SubjectChanged(ROOM, "Screen printing"));
        assertThat(outcome).isNotCompleted();
        session.say(account, new XmppEvent.SubjectChanged(ROOM, "Riso night"));

        assertThat(outcome).isCompletedWithValue(Optional.empty());
    }

    @Test
    void aSubjectThatTheRoomRefusesIsTold() {
        join();
        enter("Mara");
        session.server(account).takeSent();
        var outcome = session.rooms.changeSubject(key, "Riso night");
        var id = session.server(account).takeSentIds().getFirst();
        var refusal = Refusal.of(Refusal.Reason.FORBIDDEN);

        session.say(account, new XmppEvent.MessageRefused(ROOM, "another", refusal));
        assertThat(outcome).isNotCompleted();
        session.say(account, new XmppEvent.MessageRefused(ROOM, id, refusal));

        assertThat(outcome).isCompletedWithValue(Optional.of(refusal));
    }

    @Test
    void aSubjectOfWhichTheRoomSaysNothingIsGivenUp() {
        join();
        enter("Mara");
        var outcome = session.rooms.changeSubject(key, " Riso night ");
        session.say(account, new XmppEvent.SubjectChanged(ROOM, "Riso night"));
        assertThat(outcome).isNotCompleted();
        session.pass(Duration.ofSeconds(30));

        assertThat(outcome).isCompletedWithValue(Optional.of(Refusal.of(Refusal.Reason.TIMED_OUT)));
    }

    @Test
    void offlineASubjectIsNotChangedAndThatIsTold() {
        join();
        enter("Mara");
        var outcome = session.rooms.changeSubject(key, "Riso night");
        session.on(account, server -> server.lost(ConnectionProblem.Kind.CONNECTION_LOST));
        assertThat(outcome).as("the session may come back").isNotCompleted();
        assertThat(session.rooms.changeSubject(key, "Tea")).isCompletedWithValue(OFFLINE);

        session.on(account, server -> server.signedIn(false));

        assertThat(outcome).isCompletedWithValue(OFFLINE);
    }

    @Test
    void whoIsThrownOutChangesNoSubject() {
        join();
        enter("Mara");
        var outcome = session.rooms.changeSubject(key, "Riso night");
        session.say(account, new XmppEvent.RoomEnded(ROOM, RoomState.LEFT));

        assertThat(outcome)
                .isCompletedWithValue(Optional.of(Refusal.of(Refusal.Reason.NOT_ACCEPTABLE)));
    }

    /// XEP-0045 §7.6.
    @Test
    void anotherNickIsOursWhenTheRoomSaysSo() {
        join();
        enter("Mara");
        session.server(account).takeSent();
        var outcome = session.rooms.changeNick(key, "Mara L");
        assertThat(session.server(account).takeSent())
                .extracting(stanza -> stanza.getTo().toString())
                .containsExactly(ROOM + "/Mara L");
        session.say(account, new XmppEvent.OccupantRenamed(ROOM, "Jonas", "Jo"));
        assertThat(outcome).isNotCompleted();
        assertThat(room().nick()).isEqualTo("Mara");
        session.say(account, new XmppEvent.OccupantRenamed(ROOM, "Mara", "mara l"));
        assertThat(outcome).isCompletedWithValue(Optional.empty());
        assertThat(room().nick()).as("as the room writes it").isEqualTo("mara l");
        assertThat(session.rooms.changeNick(key, "mara l")).isCompletedWithValue(Optional.empty());
        assertThat(new ScriptedSession(session).rooms.room(key).get().orElseThrow().nick())
                .isEqualTo("mara l");
    }

    @Test
    void aNickThatTheRoomRefusesIsTold() {
        join();
        enter("Mara");
        session.server(account).takeSent();
        var outcome = session.rooms.changeNick(key, "Jonas");
        var id = session.server(account).takeSent().getFirst().getStanzaId();
        var taken = Refusal.of(Refusal.Reason.NICK_TAKEN);
        session.say(account, new XmppEvent.RoomPresenceRefused(ROOM, "another", taken));
        assertThat(outcome).isNotCompleted();
        session.say(account, new XmppEvent.RoomPresenceRefused(ROOM, id, taken));
        assertThat(outcome).isCompletedWithValue(Optional.of(taken));
        assertThat(room().nick()).isEqualTo("Mara");
        assertThat(room().state()).isEqualTo(RoomState.JOINED);
    }

    /// What an earlier version took in from a hostile room.
    @Test
    void h18ARoomThatCanNotBeEnteredKeepsUsOutOfNoOther() {
        var other = JidCreate.bareFromOrThrowUnchecked("tea@rooms.hearth.example");
        join();
        enter("Mara");
        session.rooms.join(account, other, "Mara", Optional.empty());
        session.say(account, new XmppEvent.RoomJoined(other, "Mara"));
        session.say(account, new XmppEvent.RoomJoined(ROOM, "x".repeat(1024)));
        session.server(account).takeSent();
        session.on(account, server -> server.lost(ConnectionProblem.Kind.CONNECTION_LOST));
        session.on(account, server -> server.signedIn(false));
        assertThat(session.server(account).takeSent())
                .filteredOn(stanza -> stanza.getTo() != null)
                .extracting(stanza -> stanza.getTo().toString())
                .contains(other + "/Mara");
        assertThat(room().state())
                .isEqualTo(new RoomState.Refused(Refusal.of(Refusal.Reason.BAD_ADDRESS)));
    }

    @Test
    void eachOfTwoQuestionsForANickHasItsOwnAnswer() {
        join();
        enter("Mara");
        var first = session.rooms.changeNick(key, "Mo");
        var second = session.rooms.changeNick(key, "Mara L");
        session.say(account, new XmppEvent.OccupantRenamed(ROOM, "Mara", "mo"));
        assertThat(first).as("as the room writes it").isCompletedWithValue(Optional.empty());
        assertThat(second).isNotCompleted();
        session.say(account, new XmppEvent.OccupantRenamed(ROOM, "mo", "mo"));
        assertThat(second).as("that was no change").isNotCompleted();
        var third = session.rooms.changeNick(key, "Mara");
        session.say(account, new XmppEvent.OccupantRenamed(ROOM, "mo", "Mara"));
        assertThat(third).as("the one it answers").isCompletedWithValue(Optional.empty());
        assertThat(second).isNotCompleted();
    }

    @Test
    void everyQuestionForANickEnds() {
        assertThat(session.rooms.changeNick(key, "Mo")).isCompletedWithValue(OFFLINE);
        join();
        enter("Mara");
        for (var impossible : List.of("", "Mo\nLi", "Mo\tLi", "Mo\u2028Li", "x".repeat(1024))) {
            assertThat(session.rooms.changeNick(key, impossible))
                    .isCompletedWithValue(Optional.of(Refusal.of(Refusal.Reason.BAD_ADDRESS)));
        }
        var silent = session.rooms.changeNick(key, "Mo");
        session.pass(Duration.ofSeconds(30));
        assertThat(silent).isCompletedWithValue(Optional.of(Refusal.of(Refusal.Reason.TIMED_OUT)));
        var thrownOut = session.rooms.changeNick(key, "Mo");
        session.say(account, new XmppEvent.RoomEnded(ROOM, RoomState.LEFT));
        assertThat(thrownOut).isCompletedWithValue(OFFLINE);
        join();
        enter("Mara");
        var cut = session.rooms.changeNick(key, "Mo");
        session.on(account, server -> server.lost(ConnectionProblem.Kind.CONNECTION_LOST));
        session.on(account, server -> server.signedIn(false));
        assertThat(cut).isCompletedWithValue(OFFLINE);
    }

    private void join() {
        session.rooms.join(account, ROOM, "Mara", Optional.empty());
    }

    private void enter(String nick) {
        session.say(
                account,
                new XmppEvent.OccupantChanged(ROOM, occupant(nick, true)),
                new XmppEvent.RoomJoined(ROOM, nick));
    }

    private Room room() {
        return session.rooms.room(key).get().orElseThrow();
    }

    private long joins() {
        return session.server(account).takeSent().stream().filter(this::isForTheRoom).count();
    }

    private boolean isForTheRoom(Stanza stanza) {
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
