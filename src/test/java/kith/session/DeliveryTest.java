package kith.session;

import static kith.session.ScriptedSession.LAYLA;
import static kith.session.ScriptedSession.ROOM;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.AccountId;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.ConnectionProblem;
import kith.model.Delivery;
import kith.model.Message;
import kith.model.MessageKey;
import kith.model.Refusal;
import kith.xmpp.XmppEvent;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// What becomes of the user's own messages.
class DeliveryTest {

    private final ScriptedSession session = new ScriptedSession();
    private final AccountId account = session.signIn();
    private final ChatKey layla = new ChatKey(account, LAYLA);
    private final ChatKey room = new ChatKey(account, ROOM);

    @Test
    void showsAMessageAtOnceSendsItAndMarksItWhenTheServerHasIt() {
        session.chats.send(layla, "hello");
        var message = only(layla);

        assertThat(message.delivery()).isEqualTo(Delivery.SENDING);
        assertThat(message.ids().origin()).contains(message.ids().stanza());
        assertThat(session.server(account).takeSentIds()).containsExactly(message.ids().stanza());

        session.say(account, new XmppEvent.MessageAcknowledged(message.ids().stanza()));

        assertThat(only(layla).delivery()).isEqualTo(Delivery.ON_SERVER);
    }

    @Test
    void keepsWhatIsWrittenOfflineAndSendsItInOrderOnce() {
        session.on(account, server -> server.lost(ConnectionProblem.Kind.CONNECTION_LOST));
        session.chats.send(layla, "one");
        session.chats.send(layla, "two");

        assertThat(deliveries(layla)).containsOnly(Delivery.QUEUED);
        assertThat(session.server(account).takeSentIds()).isEmpty();

        session.on(account, server -> server.signedIn(true));

        assertThat(session.server(account).takeSentIds()).isEqualTo(ids(layla));
        assertThat(session.bodies(layla)).containsExactly("one", "two");
    }

    @Test
    void r10WhatGoesOutMoreThanAMinuteLateSaysWhenItWasWritten() {
        session.on(account, server -> server.lost(ConnectionProblem.Kind.CONNECTION_LOST));
        session.chats.send(layla, "one");
        var written = session.now();
        session.pass(Duration.ofSeconds(30));
        session.chats.send(layla, "two");
        session.pass(Duration.ofSeconds(31));
        session.on(account, server -> server.signedIn(true));

        var sent = session.server(account).takeSent();
        assertThat(sent.getFirst().toXML().toString())
                .contains("<delay xmlns='urn:xmpp:delay' stamp='" + written + "'></delay>");
        assertThat(sent.get(1).toXML().toString()).contains("two").doesNotContain("delay");
    }

    /// What a kill now would take out of the store must not be with anybody.
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatIsWrittenAsASessionBeginsIsCommittedBeforeItIsSent(boolean isResumed) {
        session.on(account, server -> server.lost(ConnectionProblem.Kind.CONNECTION_LOST));
        session.core.execute(
                () -> { // what is handed in here is one batch
                    session.chats.send(layla, "hello");
                    session.on(account, server -> server.signedIn(isResumed));
                    session.on(account, server -> assertThat(server.takeSentIds()).isEmpty());
                });

        assertThat(session.server(account).takeSentIds()).isEqualTo(ids(layla));
    }

    @Test
    void whatALineDoesNotTakeGoesOutInItsTurnWhenItDoes() {
        var server = session.server(account);
        server.takeSent();
        server.narrow(2);
        IntStream.range(0, 5).forEach(i -> session.chats.send(layla, String.valueOf(i)));
        var ids = ids(layla);
        assertThat(server.takeSentIds()).isEqualTo(ids.subList(0, 2));
        assertThat(deliveries(layla).subList(2, 5)).containsOnly(Delivery.QUEUED);

        session.say(account, new XmppEvent.MessageAcknowledged(ids.getFirst()));
        assertThat(server.takeSentIds()).isEqualTo(ids.subList(2, 4));

        session.chats.send(layla, "5"); // room again, without a word of the server
        assertThat(server.takeSentIds()).isEqualTo(ids(layla).subList(4, 6));
        assertThat(deliveries(layla)).doesNotContain(Delivery.QUEUED);
    }

    @Test
    void noMoreThanTwoHundredAreOnTheirWayAtOnce() {
        var server = session.server(account);
        IntStream.range(0, 203).forEach(i -> session.chats.send(layla, String.valueOf(i)));
        var ids = ids(layla);
        assertThat(server.takeSentIds()).isEqualTo(ids.subList(0, 200));

        session.say(
                account,
                new XmppEvent.MessageAcknowledged(ids.get(0)),
                new XmppEvent.MessageAcknowledged(ids.get(1)));
        assertThat(server.takeSentIds()).isEqualTo(ids.subList(200, 202));
        session.say(account, new XmppEvent.MessageAcknowledged(ids.get(2)));
        assertThat(server.takeSentIds()).isEqualTo(ids.subList(202, 203));
    }

    /// Those of an earlier run are on their way as far as the store knows, not the first 200 alone.
    @Test
    void allThatARestartLeavesUncertainGoOutHoweverManyThereAre() {
        session.server(account).neverAcknowledge();
        IntStream.range(0, 450).forEach(i -> session.chats.send(layla, String.valueOf(i)));
        assertThat(deliveries(layla)).containsOnly(Delivery.SENDING);

        var restarted = new ScriptedSession(session);
        restarted.accounts.connectAll();
        restarted.on(account, server -> server.signedIn(false));
        var server = restarted.server(account);
        var sent = new ArrayList<String>();
        for (var ids = server.takeSentIds(); !ids.isEmpty(); ids = server.takeSentIds()) {
            sent.addAll(ids);
            ids.forEach(id -> restarted.say(account, new XmppEvent.MessageAcknowledged(id)));
        }
        assertThat(sent).isEqualTo(ids(layla));
    }

    @Test
    void aServerThatAcknowledgesNothingGetsAll() {
        session.server(account).neverAcknowledge();
        IntStream.range(0, 203).forEach(i -> session.chats.send(layla, String.valueOf(i)));
        assertThat(session.server(account).takeSentIds()).isEqualTo(ids(layla));
    }

    @Test
    void theOneForWhichTheServerEndsTheSessionIsSetAsideAndTheRestGoesOn() {
        var server = session.server(account);
        List.of("fine", "poison", "fine too").forEach(text -> session.chats.send(layla, text));
        var ids = ids(layla);
        server.takeSent();
        breakOver(ids);
        assertThat(server.takeSentIds()).as("one by one").containsExactly(ids.get(0));
        session.say(account, new XmppEvent.MessageAcknowledged(ids.get(0)));
        assertThat(server.takeSentIds()).containsExactly(ids.get(1));
        breakOver(ids.subList(1, 2));
        assertThat(deliveries(layla).get(1))
                .isEqualTo(new Delivery.Failed(new Refusal(Refusal.Reason.LIMIT, "too large")));
        assertThat(server.takeSentIds()).containsExactly(ids.get(2));
        session.say(account, new XmppEvent.MessageAcknowledged(ids.get(2)));

        session.chats.send(layla, "more");
        session.chats.send(layla, "and more");
        assertThat(server.takeSentIds()).as("as before").isEqualTo(ids(layla).subList(3, 5));
        assertThat(deliveries(layla).getFirst()).isEqualTo(Delivery.ON_SERVER);
    }

    @Test
    void oneThatWasAloneWhenTheServerEndedASessionOnceIsNotSetAside() {
        session.chats.send(layla, "unlucky");
        var ids = ids(layla);
        session.server(account).takeSent();
        breakOver(ids);
        assertThat(session.server(account).takeSentIds()).isEqualTo(ids);
        session.say(account, new XmppEvent.MessageAcknowledged(ids.getFirst()));
        assertThat(deliveries(layla)).containsExactly(Delivery.ON_SERVER);
    }

    /// The server ends the session for what it got, with these on their way; another begins.
    private void breakOver(List<String> ids) {
        session.say(account, new XmppEvent.MessagesUncertain(ids));
        session.on(
                account,
                server -> server.lost(ConnectionProblem.Kind.POLICY_VIOLATION, "too large"));
        session.on(account, server -> server.signedIn(false));
    }

    @Test
    void sendsNothingAgainInAResumedSession() {
        session.chats.send(layla, "one");
        session.server(account).takeSent();
        session.on(account, server -> server.lost(ConnectionProblem.Kind.CONNECTION_LOST));
        session.on(account, server -> server.signedIn(true));

        assertThat(session.server(account).takeSentIds()).isEmpty();
    }

    @Test
    void sendsAgainUnderTheSameIdWhatTheLastSessionLeftUncertain() {
        session.chats.send(layla, "one");
        var id = only(layla).ids().stanza();
        session.server(account).takeSent();
        session.on(account, server -> server.lost(ConnectionProblem.Kind.CONNECTION_LOST));
        session.say(account, new XmppEvent.MessagesUncertain(List.of(id)));

        assertThat(only(layla).delivery()).isEqualTo(Delivery.QUEUED);

        session.on(account, server -> server.signedIn(false));

        assertThat(session.server(account).takeSentIds()).containsExactly(id);
    }

    @Test
    void sendsAgainAfterARestartWhatWasOnTheWire() {
        session.chats.send(layla, "one");
        var id = only(layla).ids().stanza();

        var restarted = new ScriptedSession(session);
        restarted.accounts.connectAll();
        restarted.on(account, server -> server.signedIn(false));

        assertThat(restarted.server(account).takeSentIds()).containsExactly(id);
        assertThat(restarted.messages(layla)).hasSize(1);
    }

    /// By their server, too (F31).
    @Test
    void saysWhyAMessageWasRefusedAndSendsItAgainWhenAsked() {
        session.chats.send(layla, "one");
        var id = only(layla).ids().stanza();
        session.server(account).takeSent();
        var refusal = new Refusal(Refusal.Reason.UNAVAILABLE, "gone");
        session.say(account, new XmppEvent.MessageRefused(LAYLA, id, refusal));

        assertThat(only(layla).delivery()).isEqualTo(new Delivery.Failed(refusal));

        session.chats.retry(only(layla).key());

        assertThat(session.server(account).takeSentIds()).containsExactly(id);
        assertThat(only(layla).delivery()).isEqualTo(Delivery.SENDING);
    }

    @Test
    void whatIsTakenBackBeforeItIsCommittedIsNotSent() {
        session.core.execute(
                () -> {
                    session.chats.send(layla, "no");
                    session.core.execute(() -> session.chats.discard(newest()));
                });
        assertThat(session.messages(layla)).isEmpty();
        assertThat(session.server(account).takeSentIds()).isEmpty();
    }

    @Test
    void takesBackWhatFailed() {
        session.chats.send(layla, "one");
        session.chats.send(layla, "two");
        var second = session.messages(layla).getLast();
        var refusal = Refusal.of(Refusal.Reason.OTHER);
        session.say(account, new XmppEvent.MessageRefused(LAYLA, second.ids().stanza(), refusal));
        session.chats.discard(second.key());

        assertThat(session.bodies(layla)).containsExactly("one");
        assertThat(session.chatList.chat(layla).get().flatMap(Chat::last))
                .hasValueSatisfying(last -> assertThat(last.key()).isEqualTo(only(layla).key()));
    }

    @Test
    void holdsBackWhatIsForARoomUntilItHasLetUsIn() {
        session.rooms.join(account, ROOM, "Mara", Optional.empty());
        session.server(account).takeSent();
        session.chats.send(room, "hello all");

        assertThat(session.server(account).takeSentIds()).isEmpty();

        session.say(account, new XmppEvent.RoomJoined(ROOM, "Mara"));
        var id = only(room).ids().stanza();

        assertThat(session.server(account).takeSentIds()).containsExactly(id);

        session.say(account, session.incoming.inRoom("Mara", id, "hello all", true));

        assertThat(only(room).delivery()).isEqualTo(Delivery.ON_SERVER);
    }

    @Test
    void anAcknowledgementAfterARefusalChangesNothing() {
        session.chats.send(layla, "one");
        var id = only(layla).ids().stanza();
        var refusal = Refusal.of(Refusal.Reason.FORBIDDEN);
        session.say(
                account,
                new XmppEvent.MessageRefused(LAYLA, id, refusal),
                new XmppEvent.MessageAcknowledged(id));

        assertThat(only(layla).delivery()).isEqualTo(new Delivery.Failed(refusal));
    }

    /// Of what was written in this batch, too.
    private MessageKey newest() {
        return session.db
                .find("SELECT MAX(id) FROM message", row -> new MessageKey(row.getLong(1)))
                .orElseThrow();
    }

    private Message only(ChatKey chat) {
        assertThat(session.messages(chat)).hasSize(1);
        return session.messages(chat).getFirst();
    }

    private List<Delivery> deliveries(ChatKey chat) {
        return session.messages(chat).stream().map(Message::delivery).toList();
    }

    private List<String> ids(ChatKey chat) {
        return session.messages(chat).stream().map(each -> each.ids().stanza()).toList();
    }
}
