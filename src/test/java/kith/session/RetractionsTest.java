package kith.session;

import static kith.session.ScriptedSession.LAYLA;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.Author;
import kith.model.ConnectionProblem;
import kith.model.Content;
import kith.model.Delivery;
import kith.model.Message;
import kith.model.Refusal;
import kith.model.Reply;
import kith.session.feed.SessionEvent;
import kith.xmpp.IncomingMessage;
import kith.xmpp.MessageMark;
import kith.xmpp.XmppEvent;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Messages that are taken back (XEP-0424), as the timeline and the list of chats show them, and
/// what goes out of ours.
class RetractionsTest extends RetractionsFixture {

    @Test
    void oneOfHersIsShownAsTakenBackAndUnreadNoMore() {
        receive(A, "thursday");
        receive(B, "or so");
        session.told.clear();
        session.say(account, session.incoming.retraction(LAYLA, "c", B));
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
        session.say(account, session.incoming.retraction(LAYLA, "c", A));
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
                session.incoming.arrived(
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
        session.say(account, session.incoming.ownRetraction(LAYLA, "c", id));
        assertThat(shown()).containsExactly("-");
    }

    /// What answers it says so, and is called nothing more.
    @Test
    void anAnswerShowsThatItIsGone() {
        receive(A, "thursday");
        session.chats.reply(layla, last().key(), "no");
        session.say(account, session.incoming.retraction(LAYLA, "c", A));
        var reply = last();
        assertThat(reply.words()).contains("no");
        assertThat(reply.quote()).isEmpty();
        assertThat(window.timeline().get().answered(reply.key()).orElseThrow().isRetracted())
                .isTrue();
    }

    @Test
    void nothingIsPutToItNorInItsPlace() {
        receive(A, "thursday");
        session.say(account, session.incoming.retraction(LAYLA, "c", A));
        session.server(account).takeSent();
        assertThat(session.chats.toggleReaction(last().key(), "👋").toCompletableFuture())
                .isCancelled();
        var id = say("friday");
        session.say(account, session.incoming.ownRetraction(LAYLA, "d", id));
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
        session.say(account, session.incoming.retraction(LAYLA, "c", "1"));
        session.told.clear();
        session.on(account, server -> archive.release());
        assertThat(shown()).containsExactly("or so", "-");
        assertThat(toldWords()).doesNotContain("thursday");
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
}
