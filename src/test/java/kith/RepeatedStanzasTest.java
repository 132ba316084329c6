package kith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import kith.RunningKith.MemorySecrets;
import kith.lab.LabAccount;
import kith.lab.LabCa;
import kith.lab.Script;
import kith.lab.ScriptedConnection;
import kith.lab.ScriptedServer;
import kith.model.Availability;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.Contact;
import kith.model.Delivery;
import kith.model.Message;
import kith.model.Occupant;
import kith.model.Room;
import kith.session.feed.SessionEvent;
import kith.xmpp.link.TrustedCertificates;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.impl.JidCreate;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/// A server resumes a session and sends once more all that was handled before the line broke, as it
/// was or with the stamp of when it came: nothing changes by it, and what is new is there (F06).
class RepeatedStanzasTest {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final LabAccount ANNA = ScriptedServer.account("anna");
    private static final BareJid BOB = JidCreate.bareFromOrThrowUnchecked("bob@hearth.example");
    private static final BareJid DEN =
            JidCreate.bareFromOrThrowUnchecked("den@rooms.hearth.example");

    private final CountDownLatch cut = new CountDownLatch(1);
    private final String now = InstantSource.system().instant().toString();

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void changeNothing(boolean isStamped) {
        var stamp = isStamped ? "<delay xmlns='urn:xmpp:delay' stamp='" + now + "'/>" : "";
        var id = new String[1];
        Script first =
                Script.signIn(ANNA)
                        .then(
                                connection -> {
                                    connection.expect("/presence[@to='%s/Anna']".formatted(DEN));
                                    letIn(connection);
                                    id[0] =
                                            connection
                                                    .expect("/message[body='go']")
                                                    .heard()
                                                    .attribute("id");
                                    say(connection, id[0], "");
                                    connection.send("<r xmlns='urn:xmpp:sm:3'/>");
                                    connection.expect("/a");
                                    await().until(() -> cut.getCount() == 0);
                                    connection.reset();
                                });
        Script again =
                Script.resume(ANNA)
                        .then(
                                connection -> {
                                    letIn(connection);
                                    say(connection, id[0], stamp);
                                    connection.send(chat("9", "new", ""));
                                    connection.awaitEnd();
                                });
        try (var server = ScriptedServer.start(first, again);
                var kith = open()) {
            var account = kith.add(server.address(), ANNA);
            var bob = new ChatKey(account, BOB);
            var den = new ChatKey(account, DEN);
            kith.session().rooms().join(account, DEN, "Anna", Optional.empty());
            kith.awaitJoined(den);
            kith.say(bob, Chat.Kind.CONTACT, "go");
            kith.awaitSubject(den, "Riso night");
            kith.awaitPresence(bob, Availability.AWAY);
            await("what was said first")
                    .atMost(PATIENCE)
                    .until(
                            () ->
                                    kith.texts(bob).size() == 4
                                            && kith.texts(den).size() == 1
                                            && kith.texts(bob).getFirst().delivery()
                                                    instanceof Delivery.Delivered);
            var before = State.of(kith, bob, den);
            assertThat(before.occupants()).hasSize(2);
            var told = new CopyOnWriteArrayList<SessionEvent>();
            kith.session().feed().listen(told::add);

            cut.countDown();
            await("what is new").atMost(PATIENCE).until(() -> kith.texts(bob).size() > 4);
            kith.awaitOnline();
            assertThat(server.connections()).isEqualTo(2);
            assertThat(kith.bodies(bob))
                    .containsExactly("go", "plain", "named", "from the phone", "new");
            assertThat(kith.texts(bob).subList(0, 4)).isEqualTo(before.withBob());
            var after = State.of(kith, bob, den);
            assertThat(after.inDen()).isEqualTo(before.inDen());
            assertThat(after.bob()).isEqualTo(before.bob());
            assertThat(after.den()).isEqualTo(before.den());
            assertThat(after.occupants()).isEqualTo(before.occupants());
            assertThat(after.unread()).isEqualTo(before.unread() + 1);
            assertThat(told)
                    .filteredOn(RepeatedStanzasTest::isNews)
                    .as("all that is told is what is new")
                    .singleElement()
                    .isEqualTo(new SessionEvent.MessageAdded(kith.texts(bob).getLast()));
            assertThat(kith.session().faults().fault().get()).isEmpty();
        }
    }

    /// A room is told anew when it says something, whether that changes anything or not.
    private static boolean isNews(SessionEvent event) {
        return !(event instanceof SessionEvent.ConnectionChanged)
                && !(event instanceof SessionEvent.RoomChanged);
    }

    /// What a user sees of a session.
    private record State(
            List<Message> withBob,
            List<Message> inDen,
            Optional<Contact> bob,
            Optional<Room> den,
            List<Occupant> occupants,
            int unread) {

        static State of(RunningKith kith, ChatKey bob, ChatKey den) {
            var session = kith.session();
            return new State(
                    kith.texts(bob),
                    kith.texts(den),
                    session.roster().contact(bob).get(),
                    session.rooms().room(den).get(),
                    session.rooms().occupants(den).get(),
                    session.chatList().chat(bob).get().orElseThrow().unread());
        }
    }

    private RunningKith open() {
        return RunningKith.open(
                folder, TrustedCertificates.ofBundle(LabCa.shared().bundle()), new MemorySecrets());
    }

    private static void letIn(ScriptedConnection connection) throws IOException {
        connection.send(occupant("Zoe", ""));
        connection.send(occupant("Anna", "<status code='110'/>"));
        connection.send(
                "<message type='groupchat' from='%s/Zoe' to='{jid}'><subject>Riso night</subject>"
                                .formatted(DEN)
                        + "</message>");
    }

    private static String occupant(String nick, String status) {
        return "<presence from='%s/%s' to='{jid}'>".formatted(DEN, nick)
                + "<x xmlns='http://jabber.org/protocol/muc#user'>"
                + "<item affiliation='member' role='participant'/>"
                + status
                + "</x></presence>";
    }

    /// @param id of the message that is received
    /// @param stamp what is added to messages
    private static void say(ScriptedConnection connection, String id, String stamp)
            throws IOException {
        connection.send(
                "<iq type='set' id='push' to='{jid}'><query xmlns='jabber:iq:roster'>"
                        + "<item jid='bob@hearth.example' name='Bob' subscription='both'/>"
                        + "</query></iq>");
        connection.send(
                "<presence from='%s/x' to='{jid}'><show>away</show></presence>".formatted(BOB));
        connection.send(
                "<message from='%s/x' to='{jid}'><received xmlns='urn:xmpp:receipts' id='%s'/>%s"
                                .formatted(BOB, id, stamp)
                        + "</message>");
        connection.send(chat("1", "plain", stamp));
        connection.send(
                chat(
                        "2",
                        "named",
                        "<stanza-id xmlns='urn:xmpp:sid:0' id='a2' by='%s'/>".formatted(ANNA.jid())
                                + stamp));
        connection.send(
                "<message from='%s' to='{jid}'><sent xmlns='urn:xmpp:carbons:2'>"
                                .formatted(ANNA.jid())
                        + "<forwarded xmlns='urn:xmpp:forward:0'>"
                        + "<message xmlns='jabber:client' type='chat' id='3' from='%s/phone'"
                                .formatted(ANNA.jid())
                        + " to='%s'><body>from the phone</body></message>".formatted(BOB)
                        + "</forwarded></sent>"
                        + stamp
                        + "</message>");
        connection.send(
                "<message type='groupchat' id='4' from='%s/Zoe' to='{jid}'><body>hello</body>%s"
                                .formatted(DEN, stamp)
                        + "</message>");
    }

    private static String chat(String id, String body, String more) {
        return "<message type='chat' id='%s' from='%s/x' to='{jid}'><body>%s</body>%s</message>"
                .formatted(id, BOB, body, more);
    }
}
