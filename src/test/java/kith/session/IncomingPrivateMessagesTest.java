package kith.session;

import static kith.session.ScriptedSession.LAYLA;
import static kith.session.ScriptedSession.ROOM;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.Author;
import kith.model.Chat;
import kith.model.Confidant;
import kith.model.Content;
import kith.model.MessageIds;
import kith.xmpp.IncomingMessage;
import kith.xmpp.XmppEvent;

import org.junit.jupiter.api.Test;
import org.jxmpp.jid.impl.JidCreate;

import java.util.Optional;

/// What somebody in a room says to us alone (XEP-0045 §7.5) calls us and isn't taken for what was
/// said to all; which of our chats are rooms, the link asks us.
class IncomingPrivateMessagesTest extends PrivateMessagesFixture {

    private static final Confidant PRIYA = new Confidant("Priya", Optional.of("o-1"));

    @Test
    void whatComesIsUnreadAndCallsUs() {
        session.say(account, arrived());
        assertThat(message().words()).contains("psst");
        assertThat(chat().unread()).isEqualTo(1);
        assertThat(chat().isMentioned()).isTrue();
        assertThat(session.chatList.chats().get()).hasSize(1);
        session.server(account).takeSent();
        session.chats.markRead(room);
        assertThat(chat().unread()).isZero();
        assertThat(session.server(account).takeSent()).as("nobody is told").isEmpty();
    }

    /// A room without an archive tells what was said since the last that we have: of that, what
    /// came in private since says nothing.
    @Test
    void whatIsAskedOfTheRoomsHistoryBeginsWithWhatWasSaidToAll() {
        session.say(account, session.incoming.inRoom("Tom", "m1", "hello", false));
        var last = message().at();
        session.tick();
        session.say(account, arrived());
        lose();
        session.server(account).takeSent();
        session.on(account, server -> server.signedIn(false));
        assertThat(session.server(account).takeSent())
                .filteredOn(each -> (ROOM + "/Mara").equals(String.valueOf(each.getTo())))
                .singleElement()
                .satisfies(
                        join ->
                                assertThat(join.toXML().toString())
                                        .contains("since='" + last + "'"));
    }

    @Test
    void whoIsARoomTheLinkIsTold() {
        var listener = session.server(account).listener();
        assertThat(listener.chatWith(ROOM)).contains(Chat.Kind.ROOM);
        assertThat(listener.chatWith(LAYLA)).isEmpty();
        session.say(account, session.incoming.from(LAYLA, "m1", "hi"));
        assertThat(listener.chatWith(LAYLA)).contains(Chat.Kind.CONTACT);
        session.rooms.leave(room);
        assertThat(listener.chatWith(ROOM)).as("which it stays").contains(Chat.Kind.ROOM);
    }

    private XmppEvent.MessageArrived arrived() {
        return new XmppEvent.MessageArrived(
                new IncomingMessage(
                        ROOM,
                        true,
                        new MessageIds("p-1", Optional.empty(), Optional.empty()),
                        new Author(
                                JidCreate.fromOrThrowUnchecked(ROOM + "/Priya"),
                                Optional.of("o-1"),
                                false),
                        session.tick(),
                        new Content.Private(PRIYA, "psst"),
                        IncomingMessage.Way.LIVE));
    }

    private Chat chat() {
        return session.chatList.chat(room).get().orElseThrow();
    }
}
