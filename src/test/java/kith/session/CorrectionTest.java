package kith.session;

import static kith.session.ScriptedSession.LAYLA;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.AccountId;
import kith.model.Author;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.ConnectionProblem;
import kith.model.Content;
import kith.model.Delivery;
import kith.model.Message;
import kith.model.Refusal;
import kith.session.chat.TimelineWindow;
import kith.session.feed.SessionEvent;
import kith.xmpp.IncomingMessage;
import kith.xmpp.MessageMark;
import kith.xmpp.XmppEvent;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Messages that are corrected (XEP-0308), as the timeline and the chat list show them.
class CorrectionTest {

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
    void theNewWordsStandWhereTheOldOnesStoodAndInTheChatList() {
        receive("a", "thursday");
        receive("b", "or so");
        session.say(account, session.incoming.correction(LAYLA, "c", "a", "friday"));
        assertThat(shown()).containsExactly("friday", "or so");
        assertThat(preview(session)).contains("or so");
        session.say(account, session.incoming.correction(LAYLA, "d", "b", "I think"));
        assertThat(shown()).containsExactly("friday", "I think");
        assertThat(preview(session)).contains("I think");
        assertThat(preview(new ScriptedSession(session))).contains("I think");
    }

    @Test
    void isNotUnreadOnceMoreAndSaysToTheFeedWhatCameAndWhatChanged() {
        receive("a", "thursday");
        session.told.clear();
        session.say(account, session.incoming.correction(LAYLA, "c", "a", "friday"));
        assertThat(chat(session).unread()).isEqualTo(1);
        assertThat(session.told)
                .hasExactlyElementsOfTypes(
                        SessionEvent.MessageChanged.class, SessionEvent.MessageAdded.class);
        session.chats.markRead(layla);
        session.say(account, session.incoming.correction(LAYLA, "d", "a", "saturday"));
        assertThat(chat(session).unread()).isZero();
    }

    @Test
    void h14WhatCorrectsNothingThatIsHereShowsItself() {
        receive("a", "thursday");
        session.say(account, session.incoming.correction(LAYLA, "c", "unknown", "friday"));
        assertThat(shown()).containsExactly("thursday", "friday");
        assertThat(preview(session)).contains("friday");
    }

    /// As some clients do: each names the one before. Their beginning comes with the second page.
    @Test
    void h14WhatShowedItselfGoesIntoItsMessageOnceThatIsHere() {
        session.on(account, server -> server.lost(ConnectionProblem.Kind.CONNECTION_LOST));
        var archive = session.archive(ScriptedSession.ME);
        archive(archive, "a", new Content.Text("one"));
        archive(archive, "b", new Content.Correction("a", "two"));
        var rest = IntStream.range(0, 260).mapToObj(String::valueOf).toList();
        rest.forEach(each -> archive(archive, "id" + each, new Content.Text(each)));
        archive(archive, "c", new Content.Correction("b", "three"));
        session.on(account, server -> server.signedIn(false));

        assertThat(archive.asked()).containsExactly("newest 250", "before a13 250");
        var all = new ArrayList<>(List.of("three"));
        all.addAll(rest);
        assertThat(shownBy(session)).isEqualTo(all);
        assertThat(shown()).isEqualTo(all.subList(all.size() - shown().size(), all.size()));
        assertThat(preview(session)).contains("259");
    }

    private void archive(ScriptedArchive archive, String id, Content content) {
        var her = new Author(LAYLA, Optional.empty(), false);
        archive.put(LAYLA, false, her, id, content, session.tick());
    }

    /// Where someone reads old messages, one of them says something else, and no other moves.
    @Test
    void theTimelineStaysWhereItIs() {
        IntStream.range(0, 1_000).forEach(i -> receive("id" + i, String.valueOf(i)));
        window.older();
        while (!window.timeline().get().isAtStart()) {
            window.older();
        }
        var before = shown();
        session.say(account, session.incoming.correction(LAYLA, "c", "id5", "five"));
        session.say(account, session.incoming.correction(LAYLA, "d", "id999", "beyond"));
        assertThat(shown()).hasSize(before.size()).contains("five").doesNotContain("beyond", "5");
        assertThat(shown().indexOf("five")).isEqualTo(before.indexOf("5"));
        assertThat(window.timeline().get().isAtEnd()).isFalse();
    }

    @Test
    void oursShowsAtOnceAndGoesOutWithTheIdOfTheFirstEachTime() {
        var first = say("thursday");
        session.server(account).takeSent();
        correct(first, "friday");
        correct(first, "saturday");
        assertThat(shown()).containsExactly("saturday");
        assertThat(preview(session)).contains("saturday");
        assertThat(session.server(account).takeSent())
                .extracting(stanza -> stanza.toXML().toString())
                .hasSize(2)
                .allMatch(xml -> xml.contains(replacing(first)));
    }

    @Test
    void whatIsTheSameOrNotOursIsNoCorrection() {
        var first = say("thursday");
        receive("a", "hers");
        session.server(account).takeSent();
        assertThat(session.chats.correct(first.key(), "thursday").toCompletableFuture())
                .isCompletedWithValue(first);
        var hers = window.timeline().get().messages().getLast();
        assertThat(session.chats.correct(hers.key(), "mine").toCompletableFuture()).isCancelled();
        assertThat(session.server(account).takeSent()).isEmpty();
        assertThat(shown()).containsExactly("thursday", "hers");
    }

    @Test
    void whatIsCorrectedOfflineGoesOutAfterARestartUnderTheSameId() {
        var first = say("thursday");
        session.on(account, server -> server.lost(ConnectionProblem.Kind.CONNECTION_LOST));
        correct(first, "friday");
        var id = pending(session).getFirst().ids().stanza();

        var restarted = new ScriptedSession(session);
        assertThat(preview(restarted)).contains("friday");
        restarted.accounts.connectAll();
        restarted.on(account, server -> server.signedIn(false));
        assertThat(restarted.server(account).takeSent())
                .filteredOn(stanza -> id.equals(stanza.getStanzaId()))
                .singleElement()
                .satisfies(
                        stanza ->
                                assertThat(stanza.toXML().toString())
                                        .contains("friday", replacing(first)));
        restarted.say(account, new XmppEvent.MessageAcknowledged(id));
        assertThat(pending(restarted)).isEmpty();
    }

    @Test
    void theMessageTellsWhatBecomesOfTheWordsThatItShows() {
        var first = say("thursday");
        session.say(account, new XmppEvent.MessageAcknowledged(first.ids().stanza()));
        session.on(account, server -> server.lost(ConnectionProblem.Kind.CONNECTION_LOST));
        correct(first, "friday");
        assertThat(shownDelivery()).isEqualTo(Delivery.QUEUED);
        var id = pending(session).getFirst().ids().stanza();
        session.on(account, server -> server.signedIn(false));
        assertThat(shownDelivery()).isEqualTo(Delivery.SENDING);
        session.say(account, new XmppEvent.MessageAcknowledged(id));
        assertThat(shownDelivery()).isEqualTo(Delivery.ON_SERVER);
    }

    private Delivery shownDelivery() {
        return window.timeline().get().messages().getLast().shownDelivery();
    }

    @Test
    void h14WhatAMessageSaidBeforeIsKnown() {
        var first = say("thursday");
        correct(first, "friday");
        correct(first, "saturday");
        var read = new ArrayList<String>();
        window.versions(
                first.key(),
                kept -> kept.versions().forEach(each -> read.add(each.content().toString())));
        assertThat(read)
                .hasSize(3)
                .satisfiesExactly(
                        it -> assertThat(it).contains("thursday"),
                        it -> assertThat(it).contains("friday"),
                        it -> assertThat(it).contains("saturday"));
    }

    @Test
    void oneThatFailsShowsItselfUntilItIsSentAgain() {
        var first = say("thursday");
        receive("a", "hm");
        correct(first, "friday");
        var failed = refuse("friday");
        assertThat(shown()).containsExactly("thursday", "hm", "friday");
        assertThat(preview(session)).contains("friday");
        assertThat(window.timeline().get().messages().getLast().delivery())
                .isInstanceOf(Delivery.Failed.class);
        session.server(account).takeSent();

        session.chats.retry(failed.key());
        assertThat(shown()).containsExactly("friday", "hm");
        assertThat(preview(session)).contains("hm");
        assertThat(session.server(account).takeSentIds()).containsExactly(failed.ids().stanza());
    }

    @Test
    void oneThatFailsCanBeTakenBack() {
        var first = say("thursday");
        correct(first, "friday");
        var failed = refuse("friday");
        session.chats.discard(failed.key());
        assertThat(shown()).containsExactly("thursday");
        assertThat(preview(session)).contains("thursday");
        assertThat(pending(session)).isEmpty();
        assertThat(shownBy(new ScriptedSession(session))).containsExactly("thursday");
    }

    @Test
    void oneThatWaitsCanBeTakenBack() {
        var first = say("thursday");
        session.on(account, server -> server.lost(ConnectionProblem.Kind.CONNECTION_LOST));
        correct(first, "friday");
        var waiting =
                pending(session).stream()
                        .filter(each -> each.words().equals(Optional.of("friday")))
                        .findFirst()
                        .orElseThrow();
        session.chats.discard(waiting.key());
        assertThat(shown()).containsExactly("thursday");
        assertThat(preview(session)).contains("thursday");
    }

    @Test
    void withAMessageThatIsTakenBackGoesWhatWasToCorrectIt() {
        session.on(account, server -> server.lost(ConnectionProblem.Kind.CONNECTION_LOST));
        session.chats.send(layla, "thursday");
        var first = window.timeline().get().messages().getLast();
        correct(first, "friday");
        session.chats.discard(first.key());
        assertThat(shown()).isEmpty();
        assertThat(pending(session)).isEmpty();
        assertThat(preview(session)).isEmpty();
    }

    @Test
    void whatWeReadOnAnotherDeviceMayBeACorrection() {
        receive("a", "thursday");
        receive("b", "or so");
        session.say(account, session.incoming.correction(LAYLA, "c", "b", "I think"));
        session.say(
                account,
                new XmppEvent.MessageMarked(
                        new MessageMark(
                                LAYLA,
                                true,
                                "c",
                                MessageMark.Kind.DISPLAYED,
                                IncomingMessage.Way.LIVE,
                                ScriptedSession.ME,
                                session.now())));
        assertThat(chat(session).unread()).isZero();
    }

    private Message say(String text) {
        session.chats.send(layla, text);
        var sent = window.timeline().get().messages().getLast();
        session.say(account, new XmppEvent.MessageAcknowledged(sent.ids().stanza()));
        return window.timeline().get().messages().getLast();
    }

    private void correct(Message message, String text) {
        assertThat(session.chats.correct(message.key(), text).toCompletableFuture()).isCompleted();
    }

    private void receive(String id, String text) {
        session.say(account, session.incoming.from(LAYLA, id, text));
    }

    private Message refuse(String text) {
        var message =
                pending(session).stream()
                        .filter(each -> each.words().equals(Optional.of(text)))
                        .findFirst()
                        .orElseThrow();
        var refusal = Refusal.of(Refusal.Reason.FORBIDDEN);
        session.say(account, new XmppEvent.MessageRefused(LAYLA, message.ids().stanza(), refusal));
        return message;
    }

    private static String replacing(Message message) {
        return "<replace xmlns='urn:xmpp:message-correct:0' id='%s'>"
                .formatted(message.ids().stanza());
    }

    private List<String> shown() {
        return words(window.timeline().get().messages());
    }

    private List<String> shownBy(ScriptedSession other) {
        return words(other.messages(layla));
    }

    private static List<String> words(List<Message> messages) {
        return messages.stream().map(each -> each.words().orElseThrow()).toList();
    }

    private static List<Message> pending(ScriptedSession of) {
        return of.pending.messages().get();
    }

    private Chat chat(ScriptedSession of) {
        return of.chatList.chat(layla).get().orElseThrow();
    }

    private Optional<String> preview(ScriptedSession of) {
        return chat(of).last().flatMap(Message::words);
    }
}
