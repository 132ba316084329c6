package kith.session;

import static kith.session.ScriptedSession.LAYLA;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.AccountId;
import kith.model.ChatKey;
import kith.model.Message;
import kith.model.MessageKey;
import kith.model.Refusal;
import kith.session.chat.TimelineWindow;
import kith.xmpp.XmppEvent;

import org.junit.jupiter.api.AfterEach;

import java.util.List;

/// A session of one account with a chat that is on screen, in which messages are taken back.
abstract class RetractionsFixture {

    static final String A = "a0000000-0000-4000-8000-000000000000";
    static final String B = "b0000000-0000-4000-8000-000000000000";

    final ScriptedSession session = new ScriptedSession();
    final AccountId account = session.signIn();
    final ChatKey layla = new ChatKey(account, LAYLA);
    final TimelineWindow window = session.timelines.open(layla);

    @AfterEach
    void close() {
        window.close();
        assertThat(session.faults.fault().get()).isEmpty();
    }

    void refuse(String id) {
        var refusal = Refusal.of(Refusal.Reason.NOT_ACCEPTABLE);
        session.say(account, new XmppEvent.MessageRefused(LAYLA, id, refusal));
    }

    void receive(String id, String body) {
        session.say(account, session.incoming.from(LAYLA, id, body));
    }

    MessageKey write(String text) {
        return session.chats.send(layla, text).toCompletableFuture().join().key();
    }

    /// The server has it.
    String say(String text) {
        write(text);
        var id = lastSent();
        session.say(account, new XmppEvent.MessageAcknowledged(id));
        return id;
    }

    String lastSent() {
        return session.server(account).takeSentIds().getLast();
    }

    List<String> sentXml() {
        return session.server(account).takeSent().stream()
                .map(stanza -> stanza.toXML().toString())
                .toList();
    }

    Message last() {
        return window.timeline().get().messages().getLast();
    }

    List<String> shown() {
        return window.timeline().get().messages().stream()
                .map(message -> message.isRetracted() ? "-" : message.words().orElseThrow())
                .toList();
    }
}
