package kith.session;

import static kith.session.ScriptedSession.ME;
import static kith.session.ScriptedSession.ROOM;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.AccountId;
import kith.model.Author;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.ConnectionProblem;
import kith.model.Delivery;
import kith.model.Message;
import kith.xmpp.IncomingMessage;
import kith.xmpp.XmppEvent;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jxmpp.jid.impl.JidCreate;

import java.util.List;
import java.util.Optional;

/// A room whose archive doesn't say who is who (H21): ours are those with our own ids, here once,
/// and nobody who had our nick is us, or speaks for what we have written.
class OwnNickTest {

    /// As the door has it: of what an archive has under our nick it says nothing more.
    private static final Author NICK_ALONE =
            new Author(JidCreate.fromOrThrowUnchecked(ROOM + "/Mara"), Optional.empty(), false);

    private final ScriptedSession session = new ScriptedSession();
    private final ScriptedArchive archive = session.archive(ROOM);
    private final AccountId account = signIn();
    private final ChatKey room = new ChatKey(account, ROOM);

    private AccountId signIn() {
        session.archive(ME);
        return session.signIn();
    }

    @BeforeEach
    void enter() {
        session.rooms.join(account, ROOM, "Mara", Optional.empty());
        letIn(session);
        session.tabs.open(room, Chat.Kind.ROOM);
        session.server(account).takeSent();
    }

    @Test
    void h21WhatWasLostOnItsWayBackIsConfirmedByItsIdAlone() {
        session.chats.send(room, "one");
        session.chats.send(room, "two");
        var sent = session.server(account).takeSentIds();
        session.on(account, server -> server.lost(ConnectionProblem.Kind.CONNECTION_LOST));
        session.say(account, new XmppEvent.MessagesUncertain(sent));
        put(archive, sent.getFirst(), "one");
        put(archive, "another's", "two");
        session.on(account, server -> server.signedIn(false));
        letIn(session);
        assertThat(session.server(account).takeSentIds()).containsExactly(sent.getLast());
        assertThat(bodies(session)).containsExactly("one", "Mara: two", "two");
        assertThat(messages(session).getFirst().delivery()).isEqualTo(Delivery.ON_SERVER);
        assertThat(messages(session).getLast().delivery()).isEqualTo(Delivery.SENDING);
        assertThat(unread(session)).isOne();
    }

    @Test
    void h21ACatchUpAfterARestartTellsOursFromOthersUnderOurNick() {
        session.chats.send(room, "reflected");
        var reflected = session.server(account).takeSentIds().getFirst();
        session.say(account, copy(reflected, "reflected", IncomingMessage.Way.LIVE, true));
        session.chats.send(room, "lost");
        var lost = session.server(account).takeSentIds().getFirst();
        session.on(account, server -> server.lost(ConnectionProblem.Kind.CONNECTION_LOST));
        session.chats.send(room, "unsent");

        var restarted = new ScriptedSession(session);
        restarted.archive(ME);
        var again = restarted.archive(ROOM);
        put(again, reflected, "reflected");
        put(again, lost, "lost");
        put(again, "another's", "unsent");
        restarted.accounts.connectAll();
        restarted.on(account, server -> server.signedIn(false));
        letIn(restarted);
        assertThat(bodies(restarted))
                .containsExactly("reflected", "lost", "Mara: unsent", "unsent");
        assertThat(messages(restarted))
                .filteredOn(Message::isMine)
                .extracting(Message::delivery)
                .containsExactly(Delivery.ON_SERVER, Delivery.ON_SERVER, Delivery.SENDING);
        assertThat(restarted.server(account).takeSentIds())
                .containsExactly(messages(restarted).getLast().ids().stanza());
    }

    /// What comes as the room repeats what was said last, as one without an archive does.
    @Test
    void h21WhatTheRoomRepeatsOfOursIsNotThereTwice() {
        session.chats.send(room, "mine");
        var id = session.server(account).takeSentIds().getFirst();
        session.say(account, copy(id, "mine", IncomingMessage.Way.LIVE, true));
        session.say(account, copy(id, "mine", IncomingMessage.Way.DELAYED, false));
        session.say(account, copy("another's", "mine", IncomingMessage.Way.DELAYED, false));
        assertThat(bodies(session)).containsExactlyInAnyOrder("mine", "Mara: mine");
    }

    /// Another device of ours, live: the room has given the nick to nobody else.
    @Test
    void h21WhatWasOursLiveStaysOursWhateverTheArchiveSays() {
        session.say(account, copy("phone-1", "from the phone", IncomingMessage.Way.LIVE, true));
        put(archive, "phone-1", "from the phone");
        session.on(account, server -> server.lost(ConnectionProblem.Kind.CONNECTION_LOST));
        session.on(account, server -> server.signedIn(false));
        letIn(session);
        assertThat(bodies(session)).containsExactly("from the phone");
        assertThat(unread(session)).isZero();
    }

    private void put(ScriptedArchive in, String id, String body) {
        in.put(ROOM, true, NICK_ALONE, id, body, session.tick());
    }

    private void letIn(ScriptedSession in) {
        in.say(account, new XmppEvent.RoomJoined(ROOM, "Mara"));
    }

    private XmppEvent copy(String id, String body, IncomingMessage.Way way, boolean isMine) {
        var message = session.incoming.inRoom("Mara", id, body, isMine).message();
        return new XmppEvent.MessageArrived(
                new IncomingMessage(
                        message.peer(),
                        true,
                        message.ids(),
                        message.author(),
                        message.at(),
                        message.content(),
                        way));
    }

    private List<Message> messages(ScriptedSession of) {
        return of.messages(room);
    }

    /// With the nick of whoever is not us.
    private List<String> bodies(ScriptedSession of) {
        return messages(of).stream()
                .map(it -> (it.isMine() ? "" : it.author().nick() + ": ") + it.words().orElse(""))
                .toList();
    }

    private int unread(ScriptedSession of) {
        return of.chatList.chat(room).get().orElseThrow().unread();
    }
}
