package kith.session;

import static kith.session.ScriptedSession.LAYLA;
import static kith.session.ScriptedSession.ROOM;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.AccountId;
import kith.model.ChatKey;
import kith.model.ConnectionProblem;
import kith.model.Delivery;
import kith.model.Message;
import kith.store.Db;
import kith.store.StoreException;
import kith.xmpp.XmppEvent;

import org.jivesoftware.smack.packet.Presence;
import org.junit.jupiter.api.Test;
import org.jxmpp.jid.impl.JidCreate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What fails in one place is told, and keeps what goes on beside it from nothing (F30).
class BugsBesideTest {

    private final List<RuntimeException> failures = new ArrayList<>();
    private final ScriptedSession session = new ScriptedSession(Db::inMemory, failures::add);
    private final AccountId account = session.signIn();
    private final ChatKey layla = new ChatKey(account, LAYLA);

    @Test
    void whatIsQueuedGoesOutThoughMarkingTheChatAsReadFails() {
        session.say(account, session.incoming.from(LAYLA, "1", "hello"));
        session.core.execute(() -> session.db.update("ALTER TABLE chat DROP COLUMN read_to"));

        var kept = session.chats.send(layla, "hello yourself").toCompletableFuture();

        assertThat(failures).singleElement().isInstanceOf(StoreException.class);
        assertThat(kept).as("its text does not come back").isCompleted();
        assertThat(session.server(account).takeSentIds())
                .containsExactly(kept.join().ids().stanza());
        assertThat(session.messages(layla))
                .last()
                .extracting(Message::delivery)
                .isEqualTo(Delivery.SENDING);
    }

    @Test
    void aSessionBeginsThoughOneOfItsPartsFails() {
        session.on(account, server -> server.lost(ConnectionProblem.Kind.CONNECTION_LOST));
        session.server(account).takeSent();
        session.server(account).breakOnce(new IllegalStateException("a bug"));
        session.on(account, server -> server.signedIn(false));

        assertThat(failures).singleElement().extracting(Throwable::getMessage).isEqualTo("a bug");
        assertThat(session.server(account).takeSent())
                .as("others learn that we are there")
                .hasAtLeastOneElementOfType(Presence.class);
    }

    @Test
    void aRoomIsEnteredThoughAnotherCanNotBe() {
        var other = JidCreate.bareFromOrThrowUnchecked("tea@rooms.hearth.example");
        for (var room : List.of(ROOM, other)) {
            session.rooms.join(account, room, "Mara", Optional.empty());
            session.say(account, new XmppEvent.RoomJoined(room, "Mara"));
        }
        session.on(account, server -> server.lost(ConnectionProblem.Kind.CONNECTION_LOST));
        session.server(account).takeSent();
        session.server(account).breakAt(ROOM);
        session.on(account, server -> server.signedIn(false));

        assertThat(failures)
                .singleElement()
                .extracting(Throwable::getMessage)
                .isEqualTo("a bug at " + ROOM);
        assertThat(session.server(account).takeSent())
                .filteredOn(stanza -> stanza.getTo() != null)
                .extracting(stanza -> stanza.getTo().toString())
                .contains(other + "/Mara");
    }
}
