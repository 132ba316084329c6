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
import kith.xmpp.XmppEvent;

import org.jivesoftware.smack.packet.Stanza;
import org.junit.jupiter.api.Test;
import org.jxmpp.jid.impl.JidCreate;

import java.util.List;
import java.util.Optional;

/// Words of one chat are said in another, too.
class ForwardTest {

    private static final String WORDS = "Forwarded from layla, today:\n> See you on Friday";

    private final ScriptedSession session = new ScriptedSession();
    private final AccountId account = session.signIn();
    private final ChatKey layla = new ChatKey(account, LAYLA);

    @Test
    void theyGoThroughTheOutboxAsAMessageThatAnyProgramShows() {
        var kept = session.chats.forward(layla, Chat.Kind.CONTACT, WORDS);
        assertThat(kept.toCompletableFuture()).isCompleted();
        var sent = session.server(account).takeSent();
        assertThat(sent).hasSize(1);
        assertThat(xml(sent.getFirst()))
                .contains("<body>Forwarded from layla, today:\n> See you on Friday</body>")
                .doesNotContain("urn:xmpp:forward:0", "urn:xmpp:reply:0");
        assertThat(deliveries()).containsExactly(Delivery.SENDING);
        session.say(account, new XmppEvent.MessageAcknowledged(sent.getFirst().getStanzaId()));
        assertThat(deliveries()).containsExactly(Delivery.ON_SERVER);
    }

    @Test
    void withoutAConnectionTheyWaitAndGoOutLaterInTheirOrder() {
        session.on(account, server -> server.lost(ConnectionProblem.Kind.CONNECTION_LOST));
        session.chats.forward(layla, Chat.Kind.CONTACT, "one");
        session.chats.forward(layla, Chat.Kind.CONTACT, "two");
        assertThat(session.server(account).takeSent()).isEmpty();
        assertThat(deliveries()).containsExactly(Delivery.QUEUED, Delivery.QUEUED);
        var restarted = new ScriptedSession(session);
        restarted.accounts.connectAll();
        restarted.on(account, server -> server.signedIn(false));
        assertThat(restarted.server(account).takeSent())
                .extracting(ForwardTest::xml)
                .filteredOn(xml -> xml.contains("<body>"))
                .satisfiesExactly(
                        one -> assertThat(one).contains("<body>one</body>"),
                        two -> assertThat(two).contains("<body>two</body>"));
    }

    @Test
    void whatIsUnreadThereStaysUnread() {
        session.say(account, session.incoming.from(LAYLA, "m-1", "unread"));
        assertThat(session.chatList.unread(layla)).isEqualTo(1);
        session.chats.forward(layla, Chat.Kind.CONTACT, WORDS);
        assertThat(session.chatList.unread(layla)).isEqualTo(1);
        session.chats.send(layla, "an answer");
        assertThat(session.chatList.unread(layla)).isZero();
    }

    @Test
    void theChatIsMadeWhereThereIsNone() {
        var henrik =
                new ChatKey(account, JidCreate.bareFromOrThrowUnchecked("henrik@nordlys.example"));
        session.chats.forward(henrik, Chat.Kind.CONTACT, WORDS);
        assertThat(session.bodies(henrik)).containsExactly(WORDS);
        assertThat(session.chatList.chats().get()).extracting(Chat::key).contains(henrik);
    }

    @Test
    void whereTheAccountIsGoneNothingIsKeptAndNoChatMade() {
        session.accounts.remove(account);
        var kept = session.chats.forward(layla, Chat.Kind.CONTACT, WORDS).toCompletableFuture();
        assertThat(kept).isCancelled();
        assertThat(session.chatList.chats().get()).isEmpty();
    }

    @Test
    void inARoomTheyAreForAll() {
        var room = new ChatKey(account, ROOM);
        session.rooms.join(account, ROOM, "Mara", Optional.empty());
        session.say(account, new XmppEvent.RoomJoined(ROOM, "Mara"));
        session.server(account).takeSent();
        session.chats.forward(room, Chat.Kind.ROOM, WORDS);
        assertThat(session.server(account).takeSent())
                .extracting(ForwardTest::xml)
                .filteredOn(xml -> xml.contains("<body>"))
                .singleElement()
                .asString()
                .contains("type='groupchat'");
    }

    private List<Delivery> deliveries() {
        return session.messages(layla).stream().map(Message::delivery).toList();
    }

    private static String xml(Stanza stanza) {
        return stanza.toXML().toString();
    }
}
