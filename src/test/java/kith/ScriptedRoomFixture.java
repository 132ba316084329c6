package kith;

import kith.RunningKith.MemorySecrets;
import kith.lab.LabCa;
import kith.lab.Script;
import kith.lab.ScriptedServer;
import kith.model.ChatKey;
import kith.model.Message;
import kith.xmpp.link.TrustedCertificates;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.jxmpp.jid.impl.JidCreate;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/// Kith in a room of a server that says what a test has it say: what no server of the lab has, over
/// a connection all the same.
abstract class ScriptedRoomFixture {

    static final Duration PATIENCE = Duration.ofSeconds(30);
    static final String ROOM = "den@rooms.hearth.example";
    private static final String INFO = "http://jabber.org/protocol/disco#info";
    private static final String JOIN = "/presence/x[@xmlns='http://jabber.org/protocol/muc']";

    /// What is asked is refused with a condition (RFC 6120 §8.3.3).
    static final String ERROR =
            """
            <iq type='error' id='{id}' from='{to}' to='{jid}'><error type='cancel'><%s \
            xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></iq>\
            """;

    @TempDir Path folder;

    ScriptedServer server;
    RunningKith kith;
    ChatKey room;

    @BeforeEach
    void signIn() {
        var account = ScriptedServer.account("alice");
        server = ScriptedServer.start(Script.signIn(account));
        kith =
                RunningKith.open(
                        folder,
                        TrustedCertificates.ofBundle(LabCa.shared().bundle()),
                        new MemorySecrets());
        room =
                new ChatKey(
                        kith.add(server.address(), account),
                        JidCreate.bareFromOrThrowUnchecked(ROOM));
        server.whenever(
                JOIN,
                presence("Bob", "participant", "")
                        + presence("Alice", "moderator", "<status code='110'/>")
                        + "<message from='%s' type='groupchat'><subject/></message>"
                                .formatted(ROOM));
    }

    @AfterEach
    void end() {
        kith.close();
        server.close();
    }

    void enter() {
        kith.session().rooms().join(room.account(), room.peer(), "Alice", Optional.empty());
        kith.awaitJoined(room);
    }

    /// What the room says of itself when it is asked (XEP-0045 §6.4).
    ///
    /// @param form with more of it; empty for none
    void isLike(String features, String form) {
        server.whenever(infoAsked(), info(features, form));
    }

    private static String infoAsked() {
        return "/iq[@type='get'][@to='%s']/query[@xmlns='%s']".formatted(ROOM, INFO);
    }

    private static String info(String features, String form) {
        return """
        <iq type='result' id='{id}' from='{to}' to='{jid}'><query xmlns='%s'>\
        <identity category='conference' type='text' name='The den'/>\
        <feature var='http://jabber.org/protocol/muc'/><feature var='urn:xmpp:sid:0'/>\
        %s%s</query></iq>\
        """
                .formatted(INFO, features, form);
    }

    private static String presence(String nick, String role, String status) {
        return """
        <presence from='%s/%s' to='{jid}'><x xmlns='http://jabber.org/protocol/muc#user'>\
        <item affiliation='none' role='%s'/>%s</x></presence>\
        """
                .formatted(ROOM, nick, role, status);
    }

    void say(String nick, String words) {
        server.send(
                """
                <message type='groupchat' from='%s/%s' to='{jid}' id='%s'><body>%s</body></message>\
                """
                        .formatted(ROOM, nick, words, words));
    }

    List<Message> messages() {
        var found = new ArrayList<Message>();
        kith.session().history().each(Optional.of(room), found::add).toCompletableFuture().join();
        return found;
    }

    static <T> T done(CompletionStage<T> asked) {
        return asked.toCompletableFuture().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }
}
