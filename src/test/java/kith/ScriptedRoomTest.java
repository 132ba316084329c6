package kith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import kith.RunningKith.MemorySecrets;
import kith.lab.LabCa;
import kith.lab.Script;
import kith.lab.ScriptedServer;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.Refusal;
import kith.model.Refusal.Reason;
import kith.model.RoomNotice.Announced;
import kith.model.RoomNotice.Announcement;
import kith.model.RoomState;
import kith.model.RoomState.Cause;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jxmpp.jid.BareJid;
import org.jxmpp.jid.impl.JidCreate;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// A visit to a room that says all that rooms may say, and what no server of the lab does: no
/// status code but those that put us out ends it, and what is written while we are out goes out
/// once we are in again. Kith's time goes faster than ours.
class ScriptedRoomTest {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    /// Kith lets a room be for ten seconds first, and then for twenty.
    private static final int FASTER = 10;

    private static final String ROOM = "den@rooms.hearth.example";
    private static final String JOIN = "/presence/x[@xmlns='http://jabber.org/protocol/muc']";

    private static final String FULL =
            """
            <presence from='{to}' to='{jid}' type='error' id='{id}'>\
            <error type='wait'><resource-constraint xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/>\
            <text xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'>Too many users in this conference\
            </text></error></presence>\
            """;

    private static final String GONE =
            """
            <presence from='{to}' to='{jid}' type='error' id='{id}'>\
            <error type='cancel' by='rooms.hearth.example'>\
            <gone xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'>\
            xmpp:hive@rooms.hearth.example?join</gone>\
            <text xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'>Winter is here</text></error>\
            </presence>\
            """;

    private static final List<String> HARMLESS =
            List.of(
                    "100", "101", "102", "103", "104", "110", "170", "171", "172", "173", "174",
                    "201", "210", "999");

    /// What the room says of itself by these. That something else was set is told where that is not
    /// what was told last.
    private static final List<Announcement> ANNOUNCED =
            List.of(
                    Announcement.ADDRESSES_SHOWN_NOW,
                    Announcement.RECORDED_NOW,
                    Announcement.RECORDED_NO_MORE,
                    Announcement.ADDRESSES_SHOWN_NOW,
                    Announcement.ADDRESSES_FOR_MODERATORS,
                    Announcement.ADDRESSES_HIDDEN);

    @TempDir Path folder;

    @Test
    void noCodeButThoseThatPutUsOutEndsAVisit() {
        visit(
                (kith, server, room) -> {
                    for (var code : HARMLESS) {
                        server.send(presence("Alice", "", "<status code='110'/>", code));
                        server.send(told(code));
                    }
                    server.send(said("Bob", "still here?"));
                    kith.awaitTexts(room, 1);
                    assertThat(state(kith, room)).isEqualTo(RoomState.JOINED);
                    await("what the room is, and nothing of anybody in it")
                            .atMost(PATIENCE)
                            .untilAsserted(
                                    () -> assertThat(announced(kith, room)).isEqualTo(ANNOUNCED));
                });
    }

    /// The outage of the line to the room's server (333), and a service that goes down (332), are
    /// nobody's wish: Kith comes back, with what was written meanwhile, in order, once.
    @Test
    void afterAnOutageWeComeBackWithWhatWasWritten() {
        visit(
                (kith, server, room) -> {
                    for (var code : List.of("333", "332")) {
                        int before = joins(server);
                        server.send(presence("Alice", "unavailable", "<status code='110'/>", code));
                        await("out")
                                .atMost(PATIENCE)
                                .until(() -> state(kith, room) instanceof RoomState.Removed);
                        kith.say(room, Chat.Kind.ROOM, "one " + code);
                        kith.say(room, Chat.Kind.ROOM, "two " + code);
                        await("back in").atMost(PATIENCE).until(() -> joins(server) > before);
                        kith.awaitJoined(room);
                        await("both")
                                .atMost(PATIENCE)
                                .until(() -> bodies(server).contains("two " + code));
                    }
                    assertThat(bodies(server))
                            .containsExactly("one 333", "two 333", "one 332", "two 332");
                });
    }

    /// Full, in the words of ejabberd, when Kith comes back by itself: it is said, and tried again.
    @Test
    void aRoomThatIsFullWhenWeComeBackIsEnteredOnceThereIsPlace() {
        visit(
                (kith, server, room) -> {
                    server.whenever(JOIN, FULL);
                    server.send(presence("Alice", "unavailable", "<status code='110'/>", "332"));
                    await("full")
                            .atMost(PATIENCE)
                            .until(
                                    () ->
                                            state(kith, room)
                                                            instanceof
                                                            RoomState.Refused(Refusal refusal)
                                                    && refusal.reason() == Reason.LIMIT
                                                    && refusal.text().startsWith("Too many"));
                    assertThat(joins(server)).isEqualTo(2);
                    server.whenever(JOIN, letIn());
                    kith.awaitJoined(room);
                    assertThat(joins(server)).isEqualTo(3);
                });
    }

    /// The room is closed while we are out, and says so in the words of Prosody.
    @Test
    void aRoomThatIsNoMoreWhenWeComeBackSaysWhyAndWhereToGo() {
        visit(
                (kith, server, room) -> {
                    server.whenever(JOIN, GONE);
                    server.send(presence("Alice", "unavailable", "<status code='110'/>", "332"));
                    var closed =
                            new RoomState.Removed(
                                    Cause.DESTROYED,
                                    "",
                                    "Winter is here",
                                    Optional.of(
                                            JidCreate.bareFromOrThrowUnchecked(
                                                    "hive@rooms.hearth.example")));
                    await("closed").atMost(PATIENCE).until(() -> state(kith, room).equals(closed));
                    assertThat(joins(server)).isEqualTo(2);
                });
    }

    @Test
    void whoWasPutOutByOthersStaysOut() {
        visit(
                (kith, server, room) -> {
                    server.send(presence("Alice", "unavailable", "<status code='110'/>", "307"));
                    await("out")
                            .atMost(PATIENCE)
                            .until(() -> state(kith, room) instanceof RoomState.Removed);
                    assertThat(((RoomState.Removed) state(kith, room)).cause())
                            .isEqualTo(Cause.KICKED);
                    kith.say(room, Chat.Kind.ROOM, "let me in");
                    server.send("<message from='{host}' to='{jid}'><body>marker</body></message>");
                    await("what comes after it")
                            .atMost(PATIENCE)
                            .until(
                                    () ->
                                            kith.texts(new ChatKey(room.account(), host())).size()
                                                    == 1);
                    assertThat(joins(server)).isOne();
                    assertThat(bodies(server)).isEmpty();
                });
    }

    private interface Visit {

        void in(RunningKith kith, ScriptedServer server, ChatKey room);
    }

    private void visit(Visit visit) {
        var account = ScriptedServer.account("alice");
        Script room = connection -> connection.whenever(JOIN, letIn());
        try (var server = ScriptedServer.start(Script.signIn(account).then(room));
                var kith =
                        RunningKith.open(
                                folder,
                                LabCa.shared(),
                                new MemorySecrets(),
                                timer -> new FastTime(timer, FASTER))) {
            var key =
                    new ChatKey(
                            kith.add(server.address(), account),
                            JidCreate.bareFromOrThrowUnchecked(ROOM));
            kith.session().rooms().join(key.account(), key.peer(), "Alice", Optional.empty());
            kith.awaitJoined(key);
            visit.in(kith, server, key);
        }
    }

    private static String letIn() {
        return presence("Bob", "", "", "")
                + presence("Alice", "", "", "110")
                + "<message from='%s' type='groupchat'><subject/></message>".formatted(ROOM);
    }

    private static BareJid host() {
        return JidCreate.bareFromOrThrowUnchecked("hearth.example");
    }

    private static RoomState state(RunningKith kith, ChatKey room) {
        return kith.session().rooms().room(room).get().orElseThrow().state();
    }

    /// All that is told in the room's chat; each is what the room says of itself.
    private static List<Announcement> announced(RunningKith kith, ChatKey room) {
        return kith.session().roomServices().notices().of(room).get().stream()
                .map(Announced.class::cast)
                .map(Announced::what)
                .toList();
    }

    private static int joins(ScriptedServer server) {
        return (int) server.heard().stream().filter(it -> it.matches(JOIN)).count();
    }

    private static List<String> bodies(ScriptedServer server) {
        return server.heard().stream()
                .filter(it -> it.matches("/message[@type='groupchat']/body"))
                .map(it -> it.value("/message/body"))
                .toList();
    }

    private static String presence(String nick, String type, String more, String code) {
        return """
               <presence from='%s/%s' to='{jid}' %s><x xmlns='http://jabber.org/protocol/muc#user'>\
               <item affiliation='none' role='%s'/>%s%s</x></presence>\
               """
                .formatted(
                        ROOM,
                        nick,
                        type.isEmpty() ? "" : "type='%s'".formatted(type),
                        type.isEmpty() ? "participant" : "none",
                        more,
                        code.isEmpty() ? "" : "<status code='%s'/>".formatted(code));
    }

    private static String told(String code) {
        return """
               <message from='%s' to='{jid}' type='groupchat'>\
               <x xmlns='http://jabber.org/protocol/muc#user'><status code='%s'/></x></message>\
               """
                .formatted(ROOM, code);
    }

    private static String said(String nick, String words) {
        return "<message from='%s/%s' to='{jid}' type='groupchat' id='said'><body>%s</body></message>"
                .formatted(ROOM, nick, words);
    }
}
