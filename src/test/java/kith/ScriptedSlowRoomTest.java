package kith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import kith.RunningKith.MemorySecrets;
import kith.lab.LabCa;
import kith.lab.Script;
import kith.lab.ScriptedConnection;
import kith.lab.ScriptedServer;
import kith.lab.UploadPlace;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.ChosenFile;
import kith.model.Delivery;
import kith.model.LocalFile;
import kith.model.Message;
import kith.model.Refusal.Reason;
import kith.model.RoomNotice.Announced;
import kith.model.RoomNotice.Announcement;
import kith.xmpp.link.TrustedCertificates;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jxmpp.jid.impl.JidCreate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/// A room in slow mode (XEP-0500), over a connection. It is as strict as a room can be: what comes
/// before the pause is over since it sent the message before back to us, it refuses, and it counts
/// whatever has words (§6). So nothing fails only where all keeps the spacing.
class ScriptedSlowRoomTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofSeconds(1);
    private static final Duration LONG = Duration.ofHours(1);
    private static final String ROOM = "den@rooms.hearth.example";
    private static final String UPLOAD = "upload.hearth.example";
    private static final String INFO = "http://jabber.org/protocol/disco#info";
    private static final String ITEMS = "http://jabber.org/protocol/disco#items";

    @TempDir Path folder;

    private final UploadPlace place = UploadPlace.open();
    private Optional<ScriptedServer> server = Optional.empty();
    private Optional<RunningKith> running = Optional.empty();
    private Optional<ChatKey> entered = Optional.empty();

    @AfterEach
    void end() {
        running.ifPresent(RunningKith::close);
        server.ifPresent(ScriptedServer::close);
        place.close();
    }

    /// And what takes back one of them.
    @Test
    void severalFilesAndWordsAtOnceKeepTheSpacing() throws IOException {
        var strict = enter(SHORT, 6);
        send("one.png", "two.png", "three.png");
        say("look");
        say("at these");
        awaitOnServer(5);
        kith().session()
                .chats()
                .retract(
                        messages()
                                .filter(it -> isCalled(it, "look"))
                                .findFirst()
                                .orElseThrow()
                                .key());
        await("look is gone")
                .atMost(PATIENCE)
                .until(
                        () ->
                                strict.accepted.size() == 6
                                        && messages().noneMatch(it -> isCalled(it, "look")));
        assertThat(strict.refused).isEmpty();
        assertThat(strict.accepted)
                .containsSubsequence(
                        place.url("one.png"), place.url("two.png"), place.url("three.png"))
                .containsSubsequence("look", "at these")
                .doesNotHaveDuplicates();
        assertThat(strict.accepted.getLast()).startsWith("/me retracted");
        assertThat(place.taken()).containsExactly("one.png", "two.png", "three.png");
        assertThat(messages()).noneMatch(it -> it.delivery() instanceof Delivery.Failed);
    }

    /// The owner has everybody wait for an hour, sees that, and says so: the room tells of it
    /// (XEP-0045 §10.2.1), and what waits goes out by the new time.
    @Test
    void whatWaitsForAnHourGoesWhenTheRoomTellsThatASecondIsEnough() throws IOException {
        var strict = enter(LONG, 4);
        send("one.png", "two.png");
        say("look");
        say("at these");
        await("the first")
                .atMost(PATIENCE)
                .until(() -> strict.accepted.size() == 1 && place.taken().size() == 2);
        assertThat(messages().filter(it -> Delivery.isOutstanding(it.delivery()))).hasSize(3);
        strict.pause = SHORT;
        server().whenever(infoAsked(ROOM), roomInfo(SHORT));
        server().send(
                        """
                        <message from='%s' to='{jid}' type='groupchat'>\
                        <x xmlns='http://jabber.org/protocol/muc#user'><status code='104'/></x>\
                        </message>\
                        """
                                .formatted(ROOM));
        awaitOnServer(4);
        assertThat(strict.refused).isEmpty();
        assertThat(strict.accepted)
                .hasSize(4)
                .containsSubsequence(place.url("one.png"), place.url("two.png"))
                .containsSubsequence("look", "at these");
        assertThat(kith().session().roomServices().notices().of(room()).get())
                .anyMatch(
                        it ->
                                it instanceof Announced told
                                        && told.what() == Announcement.SETTINGS_CHANGED);
    }

    /// A file that the service doesn't take holds up nothing behind it.
    @Test
    void aFileThatIsNotTakenHoldsUpNothing() throws IOException {
        var strict = enter(SHORT, 3);
        server().whenever(
                        slotAsked("two.png"),
                        """
                        <iq type='error' id='{id}' from='{to}' to='{jid}'><error type='modify'>\
                        <not-acceptable xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>\
                        """);
        send("one.png", "two.png", "three.png");
        say("look");
        await("all but one")
                .atMost(PATIENCE)
                .until(
                        () ->
                                strict.accepted.size() == 3
                                        && messages()
                                                .noneMatch(
                                                        it ->
                                                                Delivery.isOutstanding(
                                                                        it.delivery())));
        assertThat(strict.refused).isEmpty();
        assertThat(messages().filter(it -> it.delivery() instanceof Delivery.Failed))
                .singleElement()
                .satisfies(
                        it -> {
                            assertThat(isCalled(it, "two.png")).isTrue();
                            assertThat(((Delivery.Failed) it.delivery()).refusal().reason())
                                    .isEqualTo(Reason.LIMIT);
                        });
    }

    /// @param count how many messages the room is going to hear
    private SlowRoom enter(Duration pause, int count) {
        var account = ScriptedServer.account("alice");
        var strict = new SlowRoom(pause, count);
        server =
                Optional.of(
                        ScriptedServer.start(
                                Script.signIn(account).then(this::offer).then(strict)));
        running =
                Optional.of(
                        RunningKith.open(
                                folder.resolve("profile"),
                                TrustedCertificates.ofBundle(LabCa.shared().bundle()),
                                new MemorySecrets()));
        var room =
                new ChatKey(
                        kith().add(server().address(), account),
                        JidCreate.bareFromOrThrowUnchecked(ROOM));
        kith().session().rooms().join(room.account(), room.peer(), "Alice", Optional.empty());
        kith().awaitJoined(room);
        entered = Optional.of(room);
        kith().awaitPause(room, pause);
        return strict;
    }

    /// What the server has for files.
    private void offer(ScriptedConnection connection) {
        connection.whenever(
                "/iq/query[@xmlns='%s']".formatted(ITEMS),
                "<iq type='result' id='{id}' from='{to}' to='{jid}'><query xmlns='%s'><item jid='%s'/></query></iq>"
                        .formatted(ITEMS, UPLOAD));
        connection.whenever(
                infoAsked(UPLOAD),
                """
                <iq type='result' id='{id}' from='{to}' to='{jid}'><query xmlns='%s'>\
                <feature var='urn:xmpp:http:upload:0'/></query></iq>\
                """
                        .formatted(INFO));
        for (var name : List.of("one.png", "two.png", "three.png")) {
            connection.whenever(
                    slotAsked(name),
                    """
                    <iq type='result' id='{id}' from='{to}' to='{jid}'>\
                    <slot xmlns='urn:xmpp:http:upload:0'><put url='%1$s'/><get url='%1$s'/></slot></iq>\
                    """
                            .formatted(place.url(name)));
        }
    }

    private static String slotAsked(String name) {
        return "/iq/request[@filename='%s']".formatted(name);
    }

    private static String infoAsked(String entity) {
        return "/iq[@type='get'][@to='%s']/query[@xmlns='%s']".formatted(entity, INFO);
    }

    private static String roomInfo(Duration pause) {
        return """
        <iq type='result' id='{id}' from='{to}' to='{jid}'><query xmlns='%s'>\
        <identity category='conference' type='text' name='The den'/>\
        <feature var='http://jabber.org/protocol/muc'/><feature var='urn:xmpp:sid:0'/>\
        <x xmlns='jabber:x:data' type='result'><field var='FORM_TYPE' type='hidden'>\
        <value>http://jabber.org/protocol/muc#roominfo</value></field>\
        <field var='muc#roominfo_slow_mode_duration'><value>%d</value></field></x>\
        </query></iq>\
        """
                .formatted(INFO, pause.toSeconds());
    }

    /// Chosen at once.
    private void send(String... names) throws IOException {
        var paths = new ArrayList<Path>();
        for (var name : names) {
            paths.add(Files.writeString(folder.resolve(name), name));
        }
        for (var chosen : kith().session().files().look(paths).toCompletableFuture().join()) {
            LocalFile file = ((ChosenFile.Usable) chosen).file();
            var _ = kith().session().chats().send(room(), file).toCompletableFuture().join();
        }
    }

    private void say(String words) {
        kith().say(room(), Chat.Kind.ROOM, words);
    }

    private void awaitOnServer(int count) {
        await(count + " that the room has")
                .atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(messages().map(Message::delivery))
                                        .hasSize(count)
                                        .allMatch(it -> it.equals(Delivery.ON_SERVER)));
    }

    private Stream<Message> messages() {
        var found = new ArrayList<Message>();
        kith().session().history().each(entered, found::add).toCompletableFuture().join();
        return found.stream();
    }

    private static boolean isCalled(Message message, String words) {
        return message.words().filter(words::equals).isPresent();
    }

    private ScriptedServer server() {
        return server.orElseThrow();
    }

    private RunningKith kith() {
        return running.orElseThrow();
    }

    private ChatKey room() {
        return entered.orElseThrow();
    }

    /// The room as it hears and answers.
    private static final class SlowRoom implements Script {

        private final List<String> accepted = new CopyOnWriteArrayList<>();
        private final List<String> refused = new CopyOnWriteArrayList<>();
        private final int count;
        private volatile Duration pause;

        SlowRoom(Duration pause, int count) {
            this.pause = pause;
            this.count = count;
        }

        @Override
        public void play(ScriptedConnection connection) throws IOException {
            connection.whenever(infoAsked(ROOM), roomInfo(pause));
            connection.whenever(
                    "/presence/x[@xmlns='http://jabber.org/protocol/muc']",
                    """
                    <presence from='%1$s/Alice' to='{jid}'>\
                    <x xmlns='http://jabber.org/protocol/muc#user'>\
                    <item affiliation='none' role='participant'/><status code='110'/></x></presence>\
                    <message from='%1$s' to='{jid}' type='groupchat'><subject/></message>\
                    """
                            .formatted(ROOM));
            long last = System.nanoTime() - LONG.toNanos();
            for (int heard = 0; heard < count; heard++) {
                var turn = connection.expect("/message[@type='groupchat']/body");
                var words = turn.heard().value("/message/body");
                if (System.nanoTime() - last < pause.toNanos()) {
                    refused.add(words);
                    turn.reply(refusal());
                } else {
                    last = System.nanoTime(); // before it is sent back: nobody counts from sooner
                    turn.reply(echo(turn.heard().xml(), heard));
                    accepted.add(words);
                }
            }
        }

        private static String echo(String said, int number) {
            var from = "from='%s/Alice' to='{jid}'".formatted(ROOM);
            var id = "<stanza-id xmlns='urn:xmpp:sid:0' by='%s' id='s%d'/>".formatted(ROOM, number);
            return said.replaceFirst("to=['\"]" + ROOM + "['\"]", from)
                    .replaceFirst("</message>$", id + "</message>");
        }

        private static String refusal() {
            return """
            <message type='error' to='{jid}' id='{id}' from='%s'><error type='wait'>\
            <policy-violation xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></message>\
            """
                    .formatted(ROOM);
        }
    }
}
