package kith.session;

import static kith.session.ScriptedSession.ROOM;

import static org.assertj.core.api.Assertions.assertThat;

import kith.model.AccountId;
import kith.model.ChatKey;
import kith.model.ConnectionProblem;
import kith.model.Room;
import kith.model.RoomState;
import kith.xmpp.XmppEvent;

import org.jivesoftware.smack.packet.Presence;

import java.util.List;
import java.util.Optional;

/// Two devices of one account at one server, which keeps its bookmarks (XEP-0402).
abstract class BookmarksFixture {

    static final String BOOKMARKS = "urn:xmpp:bookmarks:1";

    static final String IN =
            "<conference xmlns='urn:xmpp:bookmarks:1' autojoin='true'>"
                    + "<nick>Mara</nick></conference>";

    static final String OUT = IN.replace("'true'", "'false'");

    static final String FULL =
            "<conference xmlns='urn:xmpp:bookmarks:1' name='Print' x='y' autojoin='1'>"
                    + "<nick>Mara</nick><password>s3cr &amp; t</password><extensions>"
                    + "<state xmlns='http://myclient.example/bookmark/state' minimized='true'>"
                    + "<deep>w &lt; o</deep></state></extensions><odd xmlns='urn:odd'></odd>"
                    + "</conference>";

    final ScriptedPep pep = new ScriptedPep();
    final ScriptedSession desk = new ScriptedSession();
    final ScriptedSession lap = new ScriptedSession();
    final AccountId account = device(desk);
    final ChatKey room = new ChatKey(account, ROOM);

    BookmarksFixture() {
        assertThat(device(lap)).isEqualTo(account);
    }

    void both() {
        join(desk);
        letIn(desk, "Mara");
        letIn(lap, "Mara");
        assertThat(state(lap)).contains(RoomState.JOINED);
        pep.takePublished();
        desk.server(account).takeSent();
        lap.server(account).takeSent();
    }

    void join(ScriptedSession session) {
        session.rooms.join(account, ROOM, "Mara", Optional.empty());
    }

    void letIn(ScriptedSession session, String nick) {
        session.say(account, new XmppEvent.RoomJoined(ROOM, nick));
    }

    Optional<RoomState> state(ScriptedSession session) {
        return session.rooms.room(room).get().map(Room::state);
    }

    Optional<String> kept() {
        return pep.find(BOOKMARKS, ROOM.toString());
    }

    /// How many rooms were asked to let us in since anybody looked.
    long joins(ScriptedSession session) {
        return session.server(account).takeSent().stream()
                .filter(Presence.class::isInstance)
                .filter(it -> it.toXML().toString().contains("http://jabber.org/protocol/muc'"))
                .count();
    }

    AccountId device(ScriptedSession session) {
        var id = session.signIn();
        session.server(id).keep(pep, session.core);
        pep.tell(events -> hear(session, id, events));
        goes(session);
        comes(session);
        return id;
    }

    static void hear(ScriptedSession session, AccountId id, List<XmppEvent> events) {
        session.on(
                id,
                server -> {
                    if (server.isUp()) {
                        server.say(events.toArray(XmppEvent[]::new));
                    }
                });
    }

    ScriptedSession restarted(ScriptedSession session) {
        goes(session);
        var again = new ScriptedSession(session);
        again.accounts.connectAll();
        again.server(account).keep(pep, again.core);
        pep.tell(events -> hear(again, account, events));
        comes(again);
        return again;
    }

    static void goes(ScriptedSession session) {
        var lost = ConnectionProblem.Kind.CONNECTION_LOST;
        session.servers.values().forEach(it -> session.core.execute(() -> it.lost(lost)));
        session.servers.values().forEach(ScriptedLink::takeSent);
    }

    static void comes(ScriptedSession session) {
        session.servers.values().forEach(it -> session.core.execute(() -> it.signedIn(false)));
    }
}
