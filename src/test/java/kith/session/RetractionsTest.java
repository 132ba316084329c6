package kith.session;

import static kith.session.ScriptedSession.LAYLA;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.AccountId;
import kith.model.Author;
import kith.model.ChatKey;
import kith.model.ConnectionProblem;
import kith.model.Content;
import kith.model.Delivery;
import kith.model.Message;
import kith.model.MessageKey;
import kith.model.Refusal;
import kith.model.Reply;
import kith.session.chat.TimelineWindow;
import kith.session.feed.SessionEvent;
import kith.xmpp.IncomingMessage;
import kith.xmpp.MessageMark;
import kith.xmpp.XmppEvent;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Messages that are taken back (XEP-0424), as the timeline and the list of chats show them, and
/// what goes out of ours.
class RetractionsTest {

    private static final String A = "a0000000-0000-4000-8000-000000000000";
    private static final String B = "b0000000-0000-4000-8000-000000000000";

    private final ScriptedSession session = new ScriptedSession();
    private final AccountId account = session.signIn();
    private final ChatKey layla = new ChatKey(account, LAYLA);
    private final TimelineWindow window = session.timelines.open(layla);

    @AfterEach
    void close() {
        window.close();
        assertThat(session.faults.fault().get()).isEmpty();
    }

    @Test
    void oneOfHersIsShownAsTakenBackAndUnreadNoMore() {
        receive(A, "thursday");
        receive(B, "or so");
        session.told.clear();
        session.say(account, session.retraction(LAYLA, "c", B));
        assertThat(shown()).containsExactly("thursday", "-");
        var chat = session.chatList.chat(layla).get().orElseThrow();
        assertThat(chat.unread()).isEqualTo(1);
        assertThat(chat.last().orElseThrow().isRetracted()).isTrue();
        assertThat(session.told)
                .anyMatch(
                        event ->
                                event instanceof SessionEvent.MessageChanged(var message)
                                        && message.isRetracted());
    }

    @Test
    void oneThatComesFirstWaitsAndMakesNoChat() {
        session.say(account, session.retraction(LAYLA, "c", A));
        assertThat(session.chatList.chats().get()).isEmpty();
        receive(A, "thursday");
        assertThat(shown()).containsExactly("-");
        assertThat(session.chatList.chat(layla).get().orElseThrow().unread()).isZero();
    }

    /// On one page of the archive, so that nobody ever sees the words.
    @Test
    void whatAPageTakesBackItselfIsNeverTold() {
        session.on(account, server -> server.lost(ConnectionProblem.Kind.CONNECTION_LOST));
        var archive = session.archive(ScriptedSession.ME);
        var her = new Author(LAYLA, Optional.empty(), false);
        archive.put(LAYLA, false, her, A, "thursday", session.tick());
        archive.put(LAYLA, false, her, "c", new Content.Retraction(A), session.tick());
        session.told.clear();
        session.on(account, server -> server.signedIn(false));
        assertThat(shown()).containsExactly("-");
        assertThat(session.told)
                .noneMatch(
                        event ->
                                event instanceof SessionEvent.MessageAdded(var message)
                                        && message.words().isPresent());
    }

    @Test
    void oursGoesOutAndShowsAtOnce() {
        var id = say("thursday");
        session.chats.retract(last().key());
        assertThat(shown()).containsExactly("-");
        assertThat(last().retracting()).isPresent();
        var sent = session.server(account).takeSent();
        assertThat(sent)
                .singleElement()
                .satisfies(
                        stanza ->
                                assertThat(stanza.toXML().toString())
                                        .contains(
                                                "<retract xmlns='urn:xmpp:message-retract:1' id='"
                                                        + id
                                                        + "'>"));
        session.chats.retract(last().key());
        assertThat(session.server(account).takeSent()).as("twice").isEmpty();
        session.say(account, new XmppEvent.MessageAcknowledged(sent.getFirst().getStanzaId()));
        assertThat(last().retracting()).isEmpty();
        assertThat(shown()).containsExactly("-");
        assertThat(session.pending.messages().get()).isEmpty();
    }

    /// She says that she has read what was written after it, before our server says anything.
    @Test
    void oursCountsOnceSheHasReadWhatCameAfterIt() {
        seen(say("thursday"));
        session.chats.retract(last().key());
        write("friday");
        seen(lastSent());
        assertThat(shown()).containsExactly("-", "friday");
        assertThat(window.timeline().get().messages())
                .extracting(Message::retracting)
                .containsOnly(Optional.empty());
    }

    @Test
    void oneThatIsRefusedLeavesTheMessageAndCanBeSentAgainOrNot() {
        say("thursday");
        session.chats.retract(last().key());
        var refusal = Refusal.of(Refusal.Reason.NOT_ACCEPTABLE);
        session.say(account, new XmppEvent.MessageRefused(LAYLA, lastSent(), refusal));
        assertThat(shown()).containsExactly("thursday");
        assertThat(last().retracting().orElseThrow().delivery())
                .isEqualTo(new Delivery.Failed(refusal));
        assertThat(session.pending.messages().get()).hasSize(1);

        session.chats.retract(last().key());
        assertThat(shown()).containsExactly("-");
        session.say(account, new XmppEvent.MessageRefused(LAYLA, lastSent(), refusal));
        session.chats.discard(last().retracting().orElseThrow().by());
        assertThat(shown()).containsExactly("thursday");
        assertThat(last().retracting()).isEmpty();
        assertThat(session.pending.messages().get()).isEmpty();
    }

    @Test
    void whatAnswersItMeanwhileRepeatsItStillWhereThatIsRefused() {
        say("thursday");
        var target = last().ids().stanza();
        session.chats.retract(last().key());
        var retraction = lastSent();
        var quotation = "> thursday\n";
        var reply = new Reply(target, Optional.empty(), quotation.length());
        session.say(
                account,
                session.arrived(
                        LAYLA,
                        "h-1",
                        new Content.Text(
                                quotation + "why?", Optional.of(reply), Optional.empty())));
        var refusal = Refusal.of(Refusal.Reason.NOT_ACCEPTABLE);
        session.say(account, new XmppEvent.MessageRefused(LAYLA, retraction, refusal));
        assertThat(last().quote(99)).contains("thursday");
    }

    @Test
    void whatWaitsGoesOutAfterARestartUnderOneId() {
        say("thursday");
        session.on(account, server -> server.lost(ConnectionProblem.Kind.CONNECTION_LOST));
        session.chats.retract(last().key());
        assertThat(shown()).containsExactly("-");
        var id = session.pending.messages().get().getFirst().ids().stanza();

        var restarted = new ScriptedSession(session);
        restarted.accounts.connectAll();
        restarted.on(account, server -> server.signedIn(false));
        assertThat(restarted.server(account).takeSentIds()).contains(id);
        restarted.on(account, server -> server.lost(ConnectionProblem.Kind.CONNECTION_LOST));
        restarted.say(account, new XmppEvent.MessagesUncertain(List.of(id)));
        restarted.on(account, server -> server.signedIn(false));
        assertThat(restarted.server(account).takeSentIds()).contains(id);
        restarted.say(account, new XmppEvent.MessageAcknowledged(id));
        assertThat(restarted.pending.messages().get()).isEmpty();
        assertThat(restarted.messages(layla)).allMatch(Message::isRetracted);
    }

    @Test
    void whatHasNotLeftNeverDoesAndNobodyIsToldOfIt() {
        receive(A, "hi");
        session.on(account, server -> server.lost(ConnectionProblem.Kind.CONNECTION_LOST));
        write("thursday");
        session.chats.correct(last().key(), "friday");
        session.chats.toggleReaction(last().key(), "👋");
        session.chats.retract(last().key());
        assertThat(shown()).containsExactly("hi");
        assertThat(session.pending.messages().get()).isEmpty();
        session.on(account, server -> server.signedIn(false));
        assertThat(sentXml()).noneMatch(xml -> xml.contains("thursday") || xml.contains("friday"));
        assertThat(sentXml()).noneMatch(xml -> xml.contains("<retract"));
    }

    /// Nor do the other words that were to stand in its place.
    @Test
    void aCorrectionThatHasNotLeftNeverDoes() {
        var id = say("thursday");
        session.on(account, server -> server.lost(ConnectionProblem.Kind.CONNECTION_LOST));
        session.chats.correct(last().key(), "friday");
        session.chats.retract(last().key());
        session.on(account, server -> server.signedIn(false));
        var sent = sentXml();
        assertThat(sent).noneMatch(xml -> xml.contains("friday"));
        assertThat(sent).anyMatch(xml -> xml.contains("<retract") && xml.contains(id));
    }

    /// The archive has it, so that others have.
    @Test
    void whatMayHaveLeftIsTakenBackThere() {
        var archive = session.archive(ScriptedSession.ME);
        write("thursday");
        var id = lastSent();
        session.on(account, server -> server.lost(ConnectionProblem.Kind.CONNECTION_LOST));
        session.say(account, new XmppEvent.MessagesUncertain(List.of(id)));
        session.chats.retract(last().key());
        assertThat(shown()).containsExactly("-");
        var me = new Author(ScriptedSession.ME, Optional.empty(), true);
        archive.put(LAYLA, false, me, id, "thursday", session.tick());
        session.on(account, server -> server.signedIn(false));
        var sent = sentXml();
        assertThat(sent).noneMatch(xml -> xml.contains("thursday"));
        assertThat(sent).anyMatch(xml -> xml.contains("<retract") && xml.contains(id));
        assertThat(shown()).containsExactly("-");
    }

    /// It may have reached somebody, who is told; the words don't go out another time.
    @Test
    void ofWhatMayHaveLeftTheWordsAreNotSentAgain() {
        write("thursday");
        var id = lastSent();
        session.on(account, server -> server.lost(ConnectionProblem.Kind.CONNECTION_LOST));
        session.say(account, new XmppEvent.MessagesUncertain(List.of(id)));
        session.chats.retract(last().key());
        session.on(account, server -> server.signedIn(false));
        var sent = session.server(account).takeSent();
        assertThat(sent).noneMatch(stanza -> stanza.toXML().toString().contains("thursday"));
        var taking =
                sent.stream()
                        .filter(stanza -> stanza.toXML().toString().contains("<retract"))
                        .findFirst()
                        .orElseThrow();
        session.say(account, new XmppEvent.MessageAcknowledged(taking.getStanzaId()));
        assertThat(session.pending.messages().get()).isEmpty();
        assertThat(shown()).containsExactly("-");
    }

    @Test
    void whatHasFailedAndWhatIsHersAreNotTakenBack() {
        write("thursday");
        var refusal = Refusal.of(Refusal.Reason.NOT_FOUND);
        session.say(account, new XmppEvent.MessageRefused(LAYLA, lastSent(), refusal));
        session.chats.retract(last().key());
        receive(A, "hi");
        session.chats.retract(last().key());
        assertThat(shown()).containsExactly("thursday", "hi");
        assertThat(session.server(account).takeSent()).isEmpty();
    }

    @Test
    void anotherDeviceOfOursTakesItBack() {
        var id = say("thursday");
        session.say(account, session.ownRetraction(LAYLA, "c", id));
        assertThat(shown()).containsExactly("-");
    }

    /// What answers it says so, and is called nothing more.
    @Test
    void anAnswerShowsThatItIsGone() {
        receive(A, "thursday");
        session.chats.reply(layla, last().key(), "no");
        session.say(account, session.retraction(LAYLA, "c", A));
        var reply = last();
        assertThat(reply.words()).contains("no");
        assertThat(reply.quote()).isEmpty();
        assertThat(window.timeline().get().answered(reply.key()).orElseThrow().isRetracted())
                .isTrue();
    }

    @Test
    void nothingIsPutToItNorInItsPlace() {
        receive(A, "thursday");
        session.say(account, session.retraction(LAYLA, "c", A));
        session.server(account).takeSent();
        assertThat(session.chats.toggleReaction(last().key(), "👋").toCompletableFuture())
                .isCancelled();
        var id = say("friday");
        session.say(account, session.ownRetraction(LAYLA, "d", id));
        assertThat(session.chats.correct(last().key(), "saturday").toCompletableFuture())
                .isCancelled();
    }

    /// Whatever else is on the page, before it or behind.
    @Test
    void norIsItWhereThePageHasMore() {
        session.on(account, server -> server.lost(ConnectionProblem.Kind.CONNECTION_LOST));
        var archive = session.archive(ScriptedSession.ME);
        var her = new Author(LAYLA, Optional.empty(), false);
        archive.put(LAYLA, false, her, B, "or so", session.tick());
        archive.put(LAYLA, false, her, A, "thursday", session.tick());
        archive.put(LAYLA, false, her, "c", new Content.Retraction(A), session.tick());
        session.told.clear();
        session.on(account, server -> server.signedIn(false));
        assertThat(shown()).containsExactly("or so", "-");
        assertThat(toldWords()).containsExactly("or so");
        var chat = session.chatList.chat(layla).get().orElseThrow();
        assertThat(chat.last().orElseThrow().isRetracted()).isTrue();
    }

    /// The same of what came while the archive was being read, and gets its place only then.
    @Test
    void norOnceWhatCameAheadHasItsPlace() {
        session.on(account, server -> server.lost(ConnectionProblem.Kind.CONNECTION_LOST));
        var archive = session.archive(ScriptedSession.ME);
        archive.holdAfter(0);
        session.on(account, server -> server.signedIn(false));
        receive(B, "or so");
        receive("1", "thursday");
        session.say(account, session.retraction(LAYLA, "c", "1"));
        session.told.clear();
        session.on(account, server -> archive.release());
        assertThat(shown()).containsExactly("or so", "-");
        assertThat(toldWords()).doesNotContain("thursday");
    }

    @Test
    void theListOfChatsShowsTheMessageAndNotItsCorrection() {
        receive(A, "thursday");
        session.say(account, session.correction(LAYLA, B, A, "friday"));
        session.say(account, session.retraction(LAYLA, "c", A));
        var chat = session.chatList.chat(layla).get().orElseThrow();
        assertThat(chat.last().orElseThrow().key()).isEqualTo(last().key());
    }

    @Test
    void aCorrectionThatHasNotLeftIsGoneWhereItIsNotTakenBackAfterAll() {
        say("thursday");
        session.on(account, server -> server.lost(ConnectionProblem.Kind.CONNECTION_LOST));
        session.chats.correct(last().key(), "friday");
        session.chats.retract(last().key());
        assertThat(shown()).containsExactly("-");
        session.chats.discard(last().retracting().orElseThrow().by());
        assertThat(shown()).containsExactly("thursday");
        assertThat(stored()).containsExactly("thursday");
    }

    @Test
    void aCorrectionThatHasNotLeftIsGoneWhereTakingBackIsRefused() {
        say("thursday");
        session.on(account, server -> server.lost(ConnectionProblem.Kind.CONNECTION_LOST));
        session.chats.correct(last().key(), "friday");
        session.chats.retract(last().key());
        session.on(account, server -> server.signedIn(false));
        refuse(lastSent());
        assertThat(shown()).containsExactly("thursday");
        assertThat(stored()).containsExactly("thursday");
    }

    @Test
    void aCorrectionAndWhatTakesItBackMayBothBeRefused() {
        say("thursday");
        session.chats.correct(last().key(), "friday");
        var correction = lastSent();
        session.chats.retract(last().key());
        var taking = lastSent();
        refuse(correction);
        refuse(taking);
        assertThat(shown()).containsExactlyInAnyOrder("thursday", "friday");
        assertThat(stored()).containsExactlyInAnyOrder("thursday", "friday");
    }

    @Test
    void aCorrectionStandsWhereTakingBackIsRefused() {
        say("thursday");
        session.chats.correct(last().key(), "friday");
        var correction = lastSent();
        session.chats.retract(last().key());
        session.say(account, new XmppEvent.MessageAcknowledged(correction));
        refuse(lastSent());
        assertThat(shown()).containsExactly("friday");
        assertThat(stored()).containsExactly("friday");
    }

    /// Nobody has it yet, while the archive is being asked what it has.
    @Test
    void whatHasNotLeftNeverDoesWhileOthersMayHave() {
        var archive = session.archive(ScriptedSession.ME);
        write("thursday");
        var id = lastSent();
        session.on(account, server -> server.lost(ConnectionProblem.Kind.CONNECTION_LOST));
        session.say(account, new XmppEvent.MessagesUncertain(List.of(id)));
        archive.holdAfter(0);
        session.on(account, server -> server.signedIn(false));
        write("friday");
        session.chats.retract(last().key());
        assertThat(shown()).containsExactly("thursday");
        session.on(account, server -> archive.release());
        var sent = sentXml();
        assertThat(sent).anyMatch(xml -> xml.contains("thursday"));
        assertThat(sent).noneMatch(xml -> xml.contains("friday") || xml.contains("<retract"));
    }

    /// An earlier run has written it, and may have sent it; the archive says that it hasn't.
    @Test
    void whatAnEarlierRunHasNotSentIsGoneOnceTheArchiveWasAsked() {
        session.on(account, server -> server.lost(ConnectionProblem.Kind.CONNECTION_LOST));
        write("thursday");
        var restarted = new ScriptedSession(session);
        var archive = restarted.archive(ScriptedSession.ME);
        archive.holdAfter(0);
        restarted.accounts.connectAll();
        restarted.on(account, server -> server.signedIn(false));
        var message = restarted.messages(layla).getFirst().key();
        restarted.chats.toggleReaction(message, "👋");
        restarted.chats.retract(message);
        restarted.on(account, server -> archive.release());
        assertThat(restarted.server(account).takeSent())
                .noneMatch(stanza -> stanza.getTo() != null && stanza.getTo().equals(LAYLA));
        assertThat(restarted.messages(layla)).isEmpty();
        assertThat(restarted.pending.messages().get()).isEmpty();
    }

    /// It may have gone out just before that run ended.
    @Test
    void whatAnEarlierRunMayHaveSentIsTakenBackThere() {
        session.on(account, server -> server.lost(ConnectionProblem.Kind.CONNECTION_LOST));
        write("thursday");
        var id = last().ids().stanza();
        var restarted = new ScriptedSession(session);
        restarted.chats.retract(restarted.messages(layla).getFirst().key());
        assertThat(restarted.messages(layla)).hasSize(1).allMatch(Message::isRetracted);
        var me = new Author(ScriptedSession.ME, Optional.empty(), true);
        restarted.archive(ScriptedSession.ME).put(LAYLA, false, me, id, "thursday", session.tick());
        restarted.accounts.connectAll();
        restarted.on(account, server -> server.signedIn(false));
        assertThat(restarted.server(account).takeSent())
                .anyMatch(stanza -> stanza.toXML().toString().contains("<retract"));
    }

    /// Somebody has it, though the server has refused it for another.
    @Test
    void whatWasRefusedOnceMayHaveLeft() {
        var id = say("thursday");
        refuse(id);
        session.on(account, server -> server.lost(ConnectionProblem.Kind.CONNECTION_LOST));
        session.chats.retry(last().key());
        session.chats.retract(last().key());
        assertThat(shown()).containsExactly("-");
        session.on(account, server -> server.signedIn(false));
        assertThat(sentXml()).anyMatch(xml -> xml.contains("<retract") && xml.contains(id));
    }

    @Test
    void inARoomWhatHasNotLeftNeverDoes() {
        var room = enterRoom();
        session.on(account, server -> server.lost(ConnectionProblem.Kind.CONNECTION_LOST));
        session.chats.send(room, "thursday");
        session.chats.retract(session.messages(room).getLast().key());
        assertThat(session.messages(room)).isEmpty();
        session.on(account, server -> server.signedIn(false));
        session.say(account, new XmppEvent.RoomJoined(ScriptedSession.ROOM, "Mara"));
        assertThat(sentXml()).noneMatch(xml -> xml.contains("thursday"));
    }

    @Test
    void inARoomWhatHasNotLeftNeverDoesWhileOthersMayHave() {
        var room = enterRoom();
        session.chats.send(room, "thursday");
        var id = lastSent();
        session.on(account, server -> server.lost(ConnectionProblem.Kind.CONNECTION_LOST));
        session.say(account, new XmppEvent.MessagesUncertain(List.of(id)));
        session.on(account, server -> server.signedIn(false));
        session.chats.send(room, "friday");
        session.chats.retract(session.messages(room).getLast().key());
        assertThat(session.messages(room)).hasSize(1);
        session.say(account, new XmppEvent.RoomJoined(ScriptedSession.ROOM, "Mara"));
        assertThat(sentXml()).noneMatch(xml -> xml.contains("friday"));
    }

    private ChatKey enterRoom() {
        session.rooms.join(account, ScriptedSession.ROOM, "Mara", Optional.empty());
        session.say(account, new XmppEvent.RoomJoined(ScriptedSession.ROOM, "Mara"));
        session.server(account).takeSent();
        return new ChatKey(account, ScriptedSession.ROOM);
    }

    private void refuse(String id) {
        var refusal = Refusal.of(Refusal.Reason.NOT_ACCEPTABLE);
        session.say(account, new XmppEvent.MessageRefused(LAYLA, id, refusal));
    }

    private void seen(String id) {
        var mark =
                new MessageMark(
                        LAYLA,
                        false,
                        id,
                        MessageMark.Kind.DISPLAYED,
                        IncomingMessage.Way.LIVE,
                        LAYLA,
                        session.now());
        session.say(account, new XmppEvent.MessageMarked(mark));
    }

    /// What was told of messages in words.
    private List<String> toldWords() {
        return session.told.stream()
                .flatMap(
                        event ->
                                switch (event) {
                                    case SessionEvent.MessageAdded(var message) ->
                                            message.words().stream();
                                    case SessionEvent.MessageChanged(var message) ->
                                            message.words().stream();
                                    default -> Stream.<String>empty();
                                })
                .toList();
    }

    /// As it is after a restart.
    private List<String> stored() {
        return session.messages(layla).stream()
                .map(message -> message.isRetracted() ? "-" : message.words().orElseThrow())
                .toList();
    }

    private void receive(String id, String body) {
        session.say(account, session.from(LAYLA, id, body));
    }

    private MessageKey write(String text) {
        return session.chats.send(layla, text).toCompletableFuture().join().key();
    }

    /// The server has it.
    private String say(String text) {
        write(text);
        var id = lastSent();
        session.say(account, new XmppEvent.MessageAcknowledged(id));
        return id;
    }

    private String lastSent() {
        return session.server(account).takeSentIds().getLast();
    }

    private List<String> sentXml() {
        return session.server(account).takeSent().stream()
                .map(stanza -> stanza.toXML().toString())
                .toList();
    }

    private Message last() {
        return window.timeline().get().messages().getLast();
    }

    private List<String> shown() {
        return window.timeline().get().messages().stream()
                .map(message -> message.isRetracted() ? "-" : message.words().orElseThrow())
                .toList();
    }
}
