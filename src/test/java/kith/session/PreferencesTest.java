package kith.session;

import static kith.session.ScriptedSession.LAYLA;
import static kith.session.ScriptedSession.ROOM;

import static org.assertj.core.api.Assertions.assertThat;

import kith.base.ImmediateLane;
import kith.model.AccountId;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.ConnectionProblem;
import kith.model.SendKey;

import org.jivesoftware.smack.packet.XmlElement;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// How the user writes, by their choice: kept, and done at once.
class PreferencesTest {

    private final ScriptedSession session = new ScriptedSession();
    private final AccountId account = session.signIn();
    private final ChatKey layla = new ChatKey(account, LAYLA);

    @Test
    void theKeyThatSendsIsKept() {
        var told = new ArrayList<SendKey>();
        session.preferences.sendKey().watch(new ImmediateLane(), told::add);
        session.preferences.setSendKey(SendKey.CONTROL_ENTER);
        assertThat(told).containsExactly(SendKey.ENTER, SendKey.CONTROL_ENTER);
        assertThat(new ScriptedSession(session).preferences.sendKey().get())
                .isEqualTo(SendKey.CONTROL_ENTER);
    }

    @Test
    void whatAnotherVersionChoseIsAsIfNothingWere() {
        session.preferences.set("writing.sendKey", "FOOT_PEDAL");
        session.preferences.set("writing.tellsTyping", "perhaps");
        var later = new ScriptedSession(session).preferences;
        assertThat(later.sendKey().get()).isEqualTo(SendKey.ENTER);
        assertThat(later.tellsTyping().get()).isTrue();
    }

    /// XEP-0085 §5.3: every message with words, each other state once.
    @Test
    void xep0085OthersAreToldThatTheUserWrites() {
        session.chats.setTyping(layla, true);
        session.chats.setTyping(layla, true);
        assertThat(states()).containsExactly("composing");
        session.chats.setTyping(layla, false);
        session.chats.send(layla, "Lovely");
        assertThat(states()).containsExactly("active", "active");
        session.chats.setTyping(layla, false);
        assertThat(states()).isEmpty();
    }

    /// XEP-0085 §5.2.
    @Test
    void xep0085SwitchedOffNothingOfItLeaves() {
        session.preferences.setTellsTyping(false);
        for (var kind : Chat.Kind.values()) {
            var chat = kind == Chat.Kind.ROOM ? new ChatKey(account, ROOM) : layla;
            session.tabs.open(chat, kind);
            session.chats.setTyping(chat, true);
            session.chats.setTyping(chat, false);
        }
        session.chats.send(layla, "Lovely");
        assertThat(sent()).contains("Lovely").doesNotContain("chatstates");
        assertThat(new ScriptedSession(session).preferences.tellsTyping().get()).isFalse();
    }

    @Test
    void xep0085WhoeverSawTheUserWriteHearsThatItIsOverOnce() {
        session.chats.setTyping(layla, true);
        assertThat(states()).containsExactly("composing");
        session.preferences.setTellsTyping(false);
        assertThat(states()).containsExactly("active");
        session.chats.setTyping(layla, false);
        session.chats.setTyping(layla, true);
        assertThat(states()).isEmpty();
        session.preferences.setTellsTyping(true);
        assertThat(states()).as("and is writing still").containsExactly("composing");
    }

    /// What is late says nothing of now.
    @Test
    void xep0085WordsOfBeforeCarryNone() {
        session.on(account, server -> server.lost(ConnectionProblem.Kind.CONNECTION_LOST));
        session.chats.send(layla, "Lovely");
        session.pass(Duration.ofHours(1));
        session.on(account, server -> server.signedIn(false));
        assertThat(sent()).contains("Lovely", "urn:xmpp:delay").doesNotContain("chatstates");
    }

    private String sent() {
        return session.server(account).takeSent().stream()
                .map(stanza -> stanza.toXML().toString())
                .collect(Collectors.joining());
    }

    private List<String> states() {
        return session.server(account).takeSent().stream()
                .flatMap(stanza -> stanza.getExtensions().stream())
                .filter(each -> each.getNamespace().endsWith("/chatstates"))
                .map(XmlElement::getElementName)
                .toList();
    }
}
