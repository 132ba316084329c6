package kith.session;

import static kith.session.ScriptedSession.LAYLA;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.AccountId;
import kith.model.ChatKey;
import kith.model.ConnectionProblem;
import kith.model.Content;
import kith.model.Message;
import kith.model.Refusal;
import kith.session.feed.SessionEvent;
import kith.xmpp.XmppEvent;

import org.junit.jupiter.api.Test;

import java.util.List;

/// What the user wrote and nobody has, of all chats at one place.
class PendingMessagesTest {

    private final ScriptedSession session = new ScriptedSession();
    private final AccountId account = session.signIn();
    private final ChatKey layla = new ChatKey(account, LAYLA);

    @Test
    void whatWaitsIsThereUntilTheServerHasIt() {
        session.on(account, server -> server.lost(ConnectionProblem.Kind.CONNECTION_LOST));
        session.chats.send(layla, "one");
        session.chats.send(layla, "two");
        assertThat(pending(session)).containsExactly("one", "two");

        session.on(account, server -> server.signedIn(true));
        assertThat(pending(session)).containsExactly("one", "two");
        acknowledge("one");
        assertThat(pending(session)).containsExactly("two");
        acknowledge("two");
        assertThat(pending(session)).isEmpty();
    }

    @Test
    void whatFailedIsThereUntilItIsSentAgainOrTakenBack() {
        session.chats.send(layla, "one");
        session.chats.send(layla, "two");
        refuse("one");
        refuse("two");
        assertThat(pending(session)).containsExactly("one", "two");

        session.chats.retry(message("one").key());
        assertThat(pending(session)).containsExactly("two", "one");
        acknowledge("one");
        assertThat(pending(session)).containsExactly("two");
        var two = message("two");
        session.chats.discard(two.key());
        assertThat(pending(session)).isEmpty();
        assertThat(session.told)
                .filteredOn(SessionEvent.MessageRemoved.class::isInstance)
                .containsExactly(new SessionEvent.MessageRemoved(two));
    }

    @Test
    void aRestartFindsItAgain() {
        session.on(account, server -> server.lost(ConnectionProblem.Kind.CONNECTION_LOST));
        session.chats.send(layla, "waits");
        session.on(account, server -> server.signedIn(true));
        session.chats.send(layla, "fails");
        refuse("fails");
        session.chats.send(layla, "arrives");
        acknowledge("arrives");

        assertThat(pending(new ScriptedSession(session))).containsExactly("fails", "waits");
    }

    @Test
    void withItsAccountItIsGone() {
        session.chats.send(layla, "one");
        session.accounts.remove(account);
        assertThat(pending(session)).isEmpty();
    }

    private void refuse(String words) {
        var refusal = Refusal.of(Refusal.Reason.OTHER);
        var id = message(words).ids().stanza();
        session.say(account, new XmppEvent.MessageRefused(LAYLA, id, refusal));
    }

    private void acknowledge(String words) {
        session.say(account, new XmppEvent.MessageAcknowledged(message(words).ids().stanza()));
    }

    private Message message(String words) {
        return session.messages(layla).stream()
                .filter(message -> word(message).equals(words))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> pending(ScriptedSession session) {
        return session.pending.messages().get().stream().map(PendingMessagesTest::word).toList();
    }

    private static String word(Message message) {
        return ((Content.Text) message.content()).body();
    }
}
