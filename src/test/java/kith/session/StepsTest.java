package kith.session;

import static kith.session.ScriptedSession.LAYLA;
import static kith.session.ScriptedSession.ROOM;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import kith.model.AccountId;
import kith.model.Author;
import kith.model.ChatKey;
import kith.model.ConnectionProblem;
import kith.model.Content;
import kith.model.Message;
import kith.model.MessageIds;
import kith.model.Refusal;
import kith.model.Step;
import kith.store.Journal;
import kith.xmpp.IncomingMessage;
import kith.xmpp.IncomingMessage.Way;
import kith.xmpp.MessageMark;
import kith.xmpp.MessageMark.Kind;
import kith.xmpp.XmppEvent;
import kith.xmpp.XmppEvent.MessageMarked;

import org.junit.jupiter.api.Test;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.Jid;
import org.jxmpp.jid.impl.JidCreate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// When what happened to messages.
class StepsTest {

    private static final Jid PHONE = JidCreate.fromOrThrowUnchecked(LAYLA + "/phone");
    private static final Jid LAPTOP = JidCreate.fromOrThrowUnchecked(LAYLA + "/laptop");
    private static final Jid EVE = JidCreate.fromOrThrowUnchecked("eve@far.example/phone");

    private final ScriptedSession session = new ScriptedSession();
    private final AccountId account = session.signIn();
    private final ChatKey layla = new ChatKey(account, LAYLA);
    private final Instant begin = session.now();

    @Test
    void eachStepOfOursHasItsTimeAndTheDeviceThatSaidIt() {
        session.on(account, server -> server.lost(ConnectionProblem.Kind.CONNECTION_LOST));
        session.chats.send(layla, "one");
        later(1);
        session.on(account, server -> server.signedIn(true));
        var id = session.server(account).takeSentIds().getLast();
        later(2);
        session.say(account, new XmppEvent.MessageAcknowledged(id));
        mark(PHONE, id, Kind.DELIVERED, 3);
        mark(LAPTOP, id, Kind.DELIVERED, 4);
        mark(PHONE, id, Kind.DISPLAYED, 5);
        assertThat(steps(0))
                .containsExactly(
                        step(Step.Kind.QUEUED, 0),
                        step(Step.Kind.SENT, 1),
                        step(Step.Kind.ON_SERVER, 2),
                        step(Step.Kind.DELIVERED, PHONE, 3),
                        step(Step.Kind.DELIVERED, LAPTOP, 4),
                        step(Step.Kind.READ, PHONE, 5));
        assertThat(steps(new ScriptedSession(session), 0)).isEqualTo(steps(0));
    }

    @Test
    void theFirstTimeStandsWhateverIsHeardAgain() {
        var id = send("one");
        mark(PHONE, id, Kind.DELIVERED, 3);
        mark(PHONE, id, Kind.DISPLAYED, 4);
        var before = steps(0);
        later(5);
        mark(PHONE, id, Kind.DELIVERED, 6);
        mark(PHONE, id, Kind.DISPLAYED, 7);
        session.say(account, new XmppEvent.MessageAcknowledged(id));
        assertThat(steps(0)).isEqualTo(before);
    }

    /// An archive's newest page comes first.
    @Test
    void theEarliestTimeStandsWhateverIsHeardFirst() {
        var id = send("one");
        later(20);
        mark(PHONE, id, Kind.DISPLAYED, 9);
        mark(PHONE, id, Kind.DELIVERED, 8);
        mark(PHONE, id, Kind.DISPLAYED, 5);
        mark(PHONE, id, Kind.DELIVERED, 4);
        mark(PHONE, id, Kind.DISPLAYED, 5);
        assertThat(steps(0))
                .endsWith(step(Step.Kind.DELIVERED, PHONE, 4), step(Step.Kind.READ, PHONE, 5));
    }

    /// Stamps of servers may be cut to the second, and of another clock.
    @Test
    void noStepIsEarlierThanTheOneBefore() {
        later(10);
        session.chats.send(layla, "one");
        var id = session.server(account).takeSentIds().getFirst();
        var author = new Author(ScriptedSession.ME, Optional.empty(), true);
        session.say(
                account,
                new XmppEvent.MessageArrived(
                        new IncomingMessage(
                                LAYLA,
                                false,
                                new MessageIds(id, Optional.of(id), Optional.of("a-1")),
                                author,
                                at(9),
                                new Content.Text("one"),
                                Way.ARCHIVE)));
        mark(PHONE, id, Kind.DISPLAYED, 8);
        mark(PHONE, id, Kind.DELIVERED, 8);
        assertThat(steps(0))
                .containsExactly(
                        step(Step.Kind.QUEUED, 10),
                        step(Step.Kind.SENT, 10),
                        step(Step.Kind.ON_SERVER, 10),
                        step(Step.Kind.DELIVERED, PHONE, 10),
                        step(Step.Kind.READ, PHONE, 10));
    }

    @Test
    void aRetryHasItsOwnTimes() {
        session.chats.send(layla, "one");
        var id = session.server(account).takeSentIds().getFirst();
        later(1);
        session.say(account, new XmppEvent.MessageAcknowledged(id));
        var refusal = new Refusal(Refusal.Reason.LIMIT, "full");
        later(2);
        session.say(account, new XmppEvent.MessageRefused(LAYLA, id, refusal));
        later(3);
        session.chats.retry(session.messages(layla).getFirst().key());
        later(4);
        session.say(account, new XmppEvent.MessageAcknowledged(id));
        mark(PHONE, id, Kind.DELIVERED, 5);
        assertThat(steps(0))
                .containsExactly(
                        step(Step.Kind.QUEUED, 0),
                        step(Step.Kind.SENT, 0),
                        step(Step.Kind.ON_SERVER, 1),
                        new Step(Step.Kind.FAILED, Optional.empty(), at(2), Optional.of(refusal)),
                        step(Step.Kind.SENT, 3),
                        step(Step.Kind.ON_SERVER, 4),
                        step(Step.Kind.DELIVERED, PHONE, 5));
    }

    /// It may not have reached the server: it goes out anew.
    @Test
    void whatIsSentAgainInANewSessionHasTheTimesOfThat() {
        session.chats.send(layla, "one");
        var id = session.server(account).takeSentIds().getFirst();
        later(2);
        session.say(account, new XmppEvent.MessagesUncertain(List.of(id)));
        session.on(account, server -> server.signedIn(false));
        later(3);
        session.say(account, new XmppEvent.MessageAcknowledged(id));
        assertThat(steps(0))
                .containsExactly(
                        step(Step.Kind.QUEUED, 0),
                        step(Step.Kind.SENT, 0),
                        step(Step.Kind.SENT, 2),
                        step(Step.Kind.ON_SERVER, 3));
    }

    /// They may have come long before word of it does.
    @Test
    void whatMustHaveBeenThereBeforeIsNotDatedLater() {
        session.chats.send(layla, "one");
        session.chats.send(layla, "two");
        var ids = session.server(account).takeSentIds();
        later(20);
        mark(PHONE, ids.getLast(), Kind.DELIVERED, 4);
        session.say(account, new XmppEvent.MessageAcknowledged(ids.getFirst()));
        session.say(account, new XmppEvent.MessageAcknowledged(ids.getLast()));
        assertThat(steps(0)).endsWith(step(Step.Kind.ON_SERVER, 4));
        assertThat(steps(1))
                .endsWith(step(Step.Kind.ON_SERVER, 4), step(Step.Kind.DELIVERED, PHONE, 4));
    }

    @Test
    void whatNobodyLookedAtWasNotSeen() {
        session.say(account, session.incoming.from(LAYLA, "m-1", "one"));
        session.chats.markRead(layla);
        session.say(account, session.incoming.from(LAYLA, "m-2", "two"));
        session.chats.send(layla, "an answer from elsewhere");
        look();
        assertThat(session.chatList.unread(layla)).isZero();
        assertThat(steps(0)).extracting(Step::kind).containsExactly(Step.Kind.ARRIVED);
        assertThat(steps(1)).extracting(Step::kind).containsExactly(Step.Kind.ARRIVED);
    }

    @Test
    void nobodyHasSeenThousandsAtOnce() {
        session.core.execute(
                () -> {
                    for (int i = 0; i < 1_001; i++) {
                        session.say(account, session.incoming.from(LAYLA, "m-" + i, "word " + i));
                    }
                });
        look();
        assertThat(session.chatList.unread(layla)).isZero();
        assertThat(steps(1_000)).extracting(Step::kind).containsExactly(Step.Kind.ARRIVED);
    }

    @Test
    void anAcknowledgementAfterTheReceiptDatesNothingLater() {
        session.chats.send(layla, "one");
        var id = session.server(account).takeSentIds().getFirst();
        mark(PHONE, id, Kind.DELIVERED, 1);
        later(2);
        session.say(account, new XmppEvent.MessageAcknowledged(id));
        assertThat(steps(0))
                .contains(step(Step.Kind.ON_SERVER, 1))
                .doesNotContain(step(Step.Kind.ON_SERVER, 2));
    }

    @Test
    void h17NobodyElseSaysWhenItWasRead() {
        var id = send("one");
        session.say(account, new MessageMarked(marked(EVE, id, Kind.DISPLAYED, 1)));
        assertThat(steps(0)).extracting(Step::kind).doesNotContain(Step.Kind.READ);
    }

    @Test
    void aPeerOfAThousandDevicesFillsNothing() {
        var id = send("one");
        IntStream.range(0, 200)
                .mapToObj(i -> JidCreate.fromOrThrowUnchecked(LAYLA + "/device-" + i))
                .forEach(device -> mark(device, id, Kind.DELIVERED, 1));
        assertThat(steps(0)).filteredOn(step -> step.kind() == Step.Kind.DELIVERED).hasSize(50);
    }

    @Test
    void readingOneIsReadingAllBefore() {
        send("one");
        var second = send("two");
        send("three");
        mark(PHONE, second, Kind.DISPLAYED, 7);
        assertThat(steps(0)).contains(step(Step.Kind.READ, PHONE, 7));
        assertThat(steps(1)).contains(step(Step.Kind.READ, PHONE, 7));
        assertThat(steps(2)).extracting(Step::kind).doesNotContain(Step.Kind.READ);
    }

    @Test
    void eachRefusalIsNamed() {
        session.chats.send(layla, "one");
        var id = session.server(account).takeSentIds().getFirst();
        var gone = new Refusal(Refusal.Reason.NOT_FOUND, "who?");
        var full = new Refusal(Refusal.Reason.LIMIT, "full");
        later(1);
        session.say(account, new XmppEvent.MessageRefused(LAYLA, id, gone));
        later(2);
        session.chats.retry(session.messages(layla).getFirst().key());
        later(3);
        session.say(account, new XmppEvent.MessageRefused(LAYLA, id, full));
        assertThat(steps(0))
                .contains(
                        new Step(Step.Kind.FAILED, Optional.empty(), at(1), Optional.of(gone)),
                        new Step(Step.Kind.FAILED, Optional.empty(), at(3), Optional.of(full)))
                .filteredOn(step -> step.kind() == Step.Kind.QUEUED)
                .hasSize(1);
    }

    @Test
    void whatIsTakenBackLeavesNothing() {
        session.on(account, server -> server.lost(ConnectionProblem.Kind.CONNECTION_LOST));
        session.chats.send(layla, "one");
        var message = session.messages(layla).getFirst();
        session.chats.discard(message.key());
        assertThat(stepsOf(session, message)).isEmpty();
    }

    @Test
    void whatCameInHasTheTimeItCameAndTheTimeItWasSeenHere() {
        later(10);
        session.say(account, archived("m-1", at(1)));
        later(20);
        session.say(account, archived("m-1", at(1)));
        look();
        later(30);
        look();
        assertThat(session.messages(layla).getFirst().at()).isEqualTo(at(1));
        assertThat(steps(0)).containsExactly(step(Step.Kind.ARRIVED, 10), step(Step.Kind.SEEN, 20));
    }

    @Test
    void whatWasReadBeforeIsNotSeenAgainAndWhatComesLaterNotYet() {
        session.say(account, session.incoming.from(LAYLA, "m-1", "one"));
        later(10);
        look();
        session.say(account, session.incoming.from(LAYLA, "m-2", "two"));
        later(20);
        assertThat(steps(1)).extracting(Step::kind).containsExactly(Step.Kind.ARRIVED);
        look();
        assertThat(steps(0)).contains(step(Step.Kind.SEEN, 10));
        assertThat(steps(1)).contains(step(Step.Kind.SEEN, 20));
    }

    @Test
    void aRoomThatSendsItBackHasIt() {
        var room = new ChatKey(account, ROOM);
        session.rooms.join(account, ROOM, "Mara", Optional.empty());
        session.say(account, new XmppEvent.RoomJoined(ROOM, "Mara"));
        session.server(account).takeSent();
        later(0);
        session.chats.send(room, "hello");
        var id = session.server(account).takeSentIds().getFirst();
        session.say(account, new XmppEvent.MessageAcknowledged(id));
        later(4);
        var ids = new MessageIds(id, Optional.of(id), Optional.of("r-1"));
        var words = new Content.Text("hello");
        session.say(account, ScriptedMessages.inRoom("Mara", true, ids, at(4), words));
        assertThat(stepsOf(session, session.messages(room).getFirst()))
                .extracting(Step::kind)
                .containsExactly(Step.Kind.QUEUED, Step.Kind.SENT, Step.Kind.ON_SERVER);
        assertThat(stepsOf(session, session.messages(room).getFirst()).getLast().at())
                .isEqualTo(at(4));
    }

    /// The program ended before it was in the store.
    @Test
    void whatIsTakenFromTheJournalHasTheTimeItCame() {
        session.chats.send(layla, "one");
        var id = session.server(account).takeSentIds().getFirst();
        leave(5, "<message from='%s' type='chat' id='m-1'><body>two</body></message>");
        leave(
                6,
                "<message from='%s' type='error' id='"
                        + id
                        + "'><error type='cancel'><item-not-found"
                        + " xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>");
        later(60);
        var restarted = new ScriptedSession(session);
        var all = restarted.messages(layla);
        assertThat(all).hasSize(2);
        assertThat(all.stream().flatMap(each -> stepsOf(restarted, each).stream()))
                .filteredOn(step -> step.at().isAfter(begin))
                .extracting(Step::kind, Step::at)
                .containsExactlyInAnyOrder(
                        tuple(Step.Kind.ARRIVED, at(5)), tuple(Step.Kind.FAILED, at(6)));
    }

    private void leave(int second, String xml) {
        session.replay.leave(
                new Journal.Entry(
                        second,
                        account,
                        at(second),
                        String.format(xml, PHONE)
                                .replace("<message", "<message xmlns='jabber:client'")));
    }

    /// The user looks at the chat, and away again.
    private void look() {
        session.attention.watching(Optional.of(layla));
        session.attention.watching(Optional.empty());
    }

    private XmppEvent archived(String id, Instant sent) {
        return new XmppEvent.MessageArrived(
                new IncomingMessage(
                        LAYLA,
                        false,
                        new MessageIds(id, Optional.of(id), Optional.empty()),
                        new Author(LAYLA, Optional.empty(), false),
                        sent,
                        new Content.Text("word " + id),
                        Way.DELAYED));
    }

    private String send(String text) {
        session.chats.send(layla, text);
        var id = session.server(account).takeSentIds().getFirst();
        session.say(account, new XmppEvent.MessageAcknowledged(id));
        return id;
    }

    private void mark(Jid device, String id, Kind kind, int second) {
        session.say(account, new MessageMarked(marked(device, id, kind, second)));
    }

    private MessageMark marked(Jid device, String id, Kind kind, int second) {
        BareJid peer = device.asBareJid();
        return new MessageMark(peer, false, id, kind, Way.LIVE, device, at(second));
    }

    /// Lets it be so many seconds after the beginning.
    private void later(int second) {
        session.sleep(Duration.between(session.now(), at(second)));
    }

    private Instant at(int second) {
        return begin.plusSeconds(second);
    }

    private Step step(Step.Kind kind, int second) {
        return new Step(kind, Optional.empty(), at(second));
    }

    private Step step(Step.Kind kind, Jid by, int second) {
        return new Step(kind, Optional.of(by), at(second));
    }

    private List<Step> steps(int message) {
        return steps(session, message);
    }

    private List<Step> steps(ScriptedSession in, int message) {
        return stepsOf(in, in.messages(layla).get(message));
    }

    /// As the details ask for them.
    private List<Step> stepsOf(ScriptedSession in, Message message) {
        var found = new ArrayList<Step>();
        try (var window = in.timelines.open(message.chat())) {
            window.versions(message.key(), kept -> found.addAll(kept.steps()));
        }
        return found;
    }
}
