package kith.session;

import static kith.session.ScriptedSession.ROOM;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.AccountId;
import kith.model.ChatKey;
import kith.model.ConnectionProblem;
import kith.model.Content;
import kith.model.MessageIds;
import kith.model.MessageKey;
import kith.model.Occupant;
import kith.model.Occupant.Affiliation;
import kith.model.Occupant.Role;
import kith.model.Presence;
import kith.model.Refusal;
import kith.model.Refusal.Reason;
import kith.model.Removal;
import kith.model.RoomAct;
import kith.model.RoomChange;
import kith.model.RoomList;
import kith.model.RoomListing;
import kith.model.VoiceRequest;
import kith.xmpp.XmppEvent;

import org.jivesoftware.smack.packet.IQ;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.impl.JidCreate;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;

/// What moderators ask of rooms that the test plays, and what becomes of it.
class ModerationTest {

    private final ScriptedSession session = new ScriptedSession();
    private final AccountId account = session.signIn();
    private final ChatKey room = new ChatKey(account, ROOM);

    @BeforeEach
    void enter() {
        session.rooms.join(account, ROOM, "Mara", Optional.empty());
        session.say(
                account,
                new XmppEvent.OccupantChanged(ROOM, who("Mara", Role.MODERATOR, true)),
                new XmppEvent.RoomJoined(ROOM, "Mara"),
                new XmppEvent.OccupantChanged(ROOM, who("Tom", Role.PARTICIPANT, false)),
                new XmppEvent.OccupantChanged(ROOM, who("paperplane", Role.VISITOR, false)));
        session.server(account).asked().clear();
        session.server(account).takeSent();
    }

    @Test
    void whatTheRoomRefusesComesBackWithTheReason() {
        session.server(account).refuse(Reason.NOT_ALLOWED);
        assertThat(result(change(kick("Tom")))).contains(Refusal.of(Reason.NOT_ALLOWED));
        assertThat(result(session.moderation.people().list(room, RoomList.OWNERS)))
                .isEqualTo(new RoomListing.Refused(Refusal.of(Reason.NOT_ALLOWED)));
    }

    @Test
    void withoutAConnectionNothingIsAskedFor() {
        session.on(account, server -> server.lost(ConnectionProblem.Kind.CONNECTION_LOST));
        assertThat(result(change(kick("Tom")))).contains(Refusal.of(Reason.OFFLINE));
        assertThat(result(session.moderation.people().list(room, RoomList.OWNERS)))
                .isEqualTo(new RoomListing.Refused(Refusal.of(Reason.OFFLINE)));
        assertThat(result(session.moderation.voice().ask(room)))
                .contains(Refusal.of(Reason.OFFLINE));
        assertThat(result(remove(new MessageKey(1)))).contains(Refusal.of(Reason.OFFLINE));
    }

    /// Prosody 0.12 does the first of several and says that all is done: what is left is asked for
    /// by itself.
    @Test
    void whatIsLeftOfSeveralIsAskedForByItself() {
        session.server(account).grant();
        assertThat(result(change(kick("Tom"), kick("paperplane")))).isEmpty();
        assertThat(sets()).hasSize(3); // both, and as both are still there, each
        assertThat(sets().getFirst()).contains("Tom", "paperplane");
        assertThat(sets().get(1)).contains("Tom").doesNotContain("paperplane");
        assertThat(sets().get(2)).contains("paperplane").doesNotContain("Tom");
    }

    @Test
    void whatIsDoneOfSeveralIsNotAskedForAgain() {
        session.server(account).grant();
        session.say(
                account,
                new XmppEvent.OccupantLeft(ROOM, "Tom"),
                new XmppEvent.OccupantLeft(ROOM, "paperplane"));
        assertThat(result(change(kick("Tom"), kick("paperplane")))).isEmpty();
        assertThat(sets()).hasSize(1);
    }

    @Test
    void h20WhoHasTakenTheNickOfSomebodyPutOutIsNotPutOutNext() {
        session.server(account).grant();
        session.say(
                account,
                new XmppEvent.OccupantLeft(ROOM, "Tom"),
                new XmppEvent.OccupantChanged(ROOM, at("Tom", "somebody@birke.example")));
        var tom = RoomChange.of(RoomAct.KICK, at("Tom", "tom@hearth.example"), "");
        assertThat(result(change(tom, kick("paperplane")))).isEmpty();
        assertThat(sets()).hasSize(2); // both, and who is still there
        assertThat(sets().getLast()).contains("paperplane").doesNotContain("Tom");
    }

    @Test
    void manyGoInParts() {
        session.server(account).grant();
        var many =
                IntStream.range(0, 450)
                        .mapToObj(i -> jid("user" + i + "@birke.example"))
                        .map(
                                it ->
                                        new RoomChange(
                                                RoomAct.UNLIST,
                                                "",
                                                Optional.of(it),
                                                Optional.of(RoomList.BANNED),
                                                ""))
                        .toArray(RoomChange[]::new);
        assertThat(result(change(many))).isEmpty(); // the list is empty: all are off it
        assertThat(sets()).hasSize(3);
    }

    @Test
    void whoAsksForVoiceIsListedUntilTheyHaveItOrAreGone() {
        var request = request("paperplane");
        session.say(account, new XmppEvent.VoiceRequested(ROOM, request));
        session.say(account, new XmppEvent.VoiceRequested(ROOM, request));
        assertThat(requests()).containsExactly(request);
        assertThat(session.moderation.asked().rooms().get())
                .extracting(ChatKey::peer)
                .containsExactly(ROOM);
        session.say(
                account,
                new XmppEvent.OccupantChanged(ROOM, who("paperplane", Role.PARTICIPANT, false)));
        assertThat(requests()).isEmpty(); // another moderator was faster
        assertThat(session.moderation.asked().rooms().get()).isEmpty();

        session.say(account, new XmppEvent.VoiceRequested(ROOM, request));
        session.say(account, new XmppEvent.OccupantLeft(ROOM, "paperplane"));
        assertThat(requests()).isEmpty();
        session.say(account, new XmppEvent.VoiceRequested(ROOM, request));
        session.say(account, new XmppEvent.OccupantRenamed(ROOM, "paperplane", "crane"));
        assertThat(requests()).isEmpty();
    }

    @Test
    void answeringEndsARequest() {
        var request = request("paperplane");
        session.say(account, new XmppEvent.VoiceRequested(ROOM, request));
        var answered = session.moderation.voice().answer(room, request, true);
        assertThat(requests()).isEmpty();
        assertThat(answered.toCompletableFuture()).isNotDone();
        session.say(
                account,
                new XmppEvent.OccupantChanged(ROOM, who("paperplane", Role.PARTICIPANT, false)));
        assertThat(result(answered)).isEmpty();
    }

    @Test
    void anAnswerThatIsRefusedSaysWhy() {
        var request = request("paperplane");
        var answered = session.moderation.voice().answer(room, request, true);
        var id = session.server(account).takeSentIds().getFirst();
        session.say(
                account, new XmppEvent.MessageRefused(ROOM, id, Refusal.of(Reason.NOT_ALLOWED)));
        assertThat(result(answered)).contains(Refusal.of(Reason.NOT_ALLOWED));
    }

    @Test
    void toAskForVoiceIsAnsweredByVoiceByARefusalOrByNothing() {
        var voice = session.moderation.voice();
        var granted = voice.ask(room);
        session.say(
                account, new XmppEvent.OccupantChanged(ROOM, who("Mara", Role.PARTICIPANT, true)));
        assertThat(result(granted)).isEmpty();

        session.server(account).takeSent();
        var refused = voice.ask(room);
        var id = session.server(account).takeSentIds().getFirst();
        session.say(account, new XmppEvent.MessageRefused(ROOM, id, Refusal.of(Reason.LIMIT)));
        assertThat(result(refused)).contains(Refusal.of(Reason.LIMIT));

        var unanswered = voice.ask(room);
        session.pass(Duration.ofMinutes(1));
        assertThat(result(unanswered)).isEmpty();
    }

    /// A flood of requests ends somewhere, and none is heard of a room that we are not in.
    @Test
    void aFloodOfRequestsEnds() {
        for (int i = 0; i < 500; i++) {
            session.say(account, new XmppEvent.VoiceRequested(ROOM, request("visitor" + i)));
        }
        assertThat(requests()).hasSize(50);
        session.on(account, server -> server.lost(ConnectionProblem.Kind.WRONG_PASSWORD));
        assertThat(requests()).isEmpty();
        session.say(account, new XmppEvent.VoiceRequested(ROOM, request("paperplane")));
        assertThat(requests()).isEmpty();
    }

    @Test
    void aRoomThatIsOtherwiseIsAskedHow() {
        session.say(account, new XmppEvent.SlowModeTold(ROOM, Duration.ofSeconds(20)));
        assertThat(session.moderation.offers().pause(room).get()).hasSeconds(20);
        session.say(account, new XmppEvent.RoomConfigured(ROOM));
        assertThat(session.server(account).asked())
                .singleElement()
                .satisfies(
                        asked ->
                                assertThat(asked.toXML().toString())
                                        .contains("disco#info", "to='" + ROOM + "'"));
        session.server(account).asked().clear();
        session.say(account, new XmppEvent.RoomConfigured(jid("other@rooms.hearth.example")));
        assertThat(session.server(account).asked()).isEmpty();
    }

    @Test
    void messagesAreRemovedByTheNameThatTheRoomHasForThem() {
        var message = said("stanza-id-1");
        assertThat(result(remove(message))).contains(Refusal.of(Reason.NOT_SUPPORTED));
        session.say(account, new XmppEvent.RemovalTold(ROOM, Removal.CURRENT));
        session.server(account).grant();
        assertThat(result(remove(message, said("stanza-id-2")))).isEmpty();
        assertThat(sets())
                .hasSize(2)
                .anySatisfy(xml -> assertThat(xml).contains("id='stanza-id-1'", "spam"))
                .anySatisfy(xml -> assertThat(xml).contains("id='stanza-id-2'", "spam"));
    }

    @Test
    void aMessageThatTheRoomDoesNotRemoveSaysWhy() {
        session.say(account, new XmppEvent.RemovalTold(ROOM, Removal.OLD));
        session.server(account).refuse(Reason.FORBIDDEN);
        assertThat(result(remove(said("stanza-id-1")))).contains(Refusal.of(Reason.FORBIDDEN));
        assertThat(result(remove(new MessageKey(4711)))).contains(Refusal.of(Reason.NOT_FOUND));
    }

    private MessageKey said(String archiveId) {
        var before = session.messages(room).size();
        var ids = new MessageIds(archiveId, Optional.empty(), Optional.of(archiveId));
        var words = new Content.Text("magic potions");
        session.say(account, ScriptedMessages.inRoom("Tom", false, ids, session.tick(), words));
        var messages = session.messages(room);
        assertThat(messages).hasSize(before + 1);
        return messages.getLast().key();
    }

    private CompletionStage<Optional<Refusal>> remove(MessageKey... messages) {
        return session.moderation.removals().remove(room, List.of(messages), "spam");
    }

    private CompletionStage<Optional<Refusal>> change(RoomChange... changes) {
        return session.moderation.people().change(room, List.of(changes));
    }

    private List<String> sets() {
        return session.server(account).asked().stream()
                .filter(asked -> asked.getType() == IQ.Type.set)
                .map(asked -> asked.toXML().toString())
                .toList();
    }

    private List<VoiceRequest> requests() {
        return session.moderation.voice().of(room).get();
    }

    private static RoomChange kick(String nick) {
        return new RoomChange(RoomAct.KICK, nick, Optional.empty(), Optional.empty(), "off topic");
    }

    private static VoiceRequest request(String nick) {
        return new VoiceRequest(nick, jid(nick.toLowerCase(Locale.ROOT) + "@x.example"));
    }

    private static Occupant who(String nick, Role role, boolean isMe) {
        return new Occupant(
                nick, role, Affiliation.NONE, Optional.empty(), Presence.AVAILABLE, isMe);
    }

    private static Occupant at(String nick, String address) {
        return new Occupant(
                nick,
                Role.PARTICIPANT,
                Affiliation.NONE,
                Optional.of(jid(address)),
                Presence.AVAILABLE,
                false);
    }

    private static BareJid jid(String address) {
        return JidCreate.bareFromOrThrowUnchecked(address);
    }

    private static <T> T result(CompletionStage<T> stage) {
        assertThat(stage.toCompletableFuture()).isDone();
        return stage.toCompletableFuture().join();
    }
}
