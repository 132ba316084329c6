package kith.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatObject;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smack.packet.Presence;
import org.jivesoftware.smack.roster.Roster;
import org.jivesoftware.smackx.httpfileupload.HttpFileUploadManager;
import org.jivesoftware.smackx.muc.MultiUserChatManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.jxmpp.jid.EntityFullJid;
import org.jxmpp.jid.impl.JidCreate;
import org.jxmpp.jid.parts.Resourcepart;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import javax.net.ssl.SSLSocket;

/// What the lab promises of its real servers, on each of them.
@ParameterizedClass
@EnumSource
class XmppServerTest {

    private static final Instant LAST_YEAR = Instant.parse("2025-04-01T10:00:00Z");

    private final XmppServer server;

    XmppServerTest(ServerKind kind) {
        server = kind.shared(ServerProfile.NORMAL);
    }

    @Test
    void friendsSeeEachOtherAndTalk() {
        var anna = server.newAccount("anna");
        var berta = server.newAccount("berta");
        server.befriend(anna, berta, "Friends");
        try (var a = LabUser.signIn(server, anna);
                var b = LabUser.signIn(server, berta)) {
            b.show(Presence.Mode.away, "in the garden", 5);
            await().until(() -> "in the garden".equals(a.presenceOf(berta.jid()).getStatus()));

            String id = a.say(berta.jid(), "Is it raining?");

            HeardMessage heard = b.awaitMessage("Is it raining?");
            assertThat(heard)
                    .isEqualTo(new HeardMessage(a.jid(), Message.Type.chat, id, "Is it raining?"));
        }
    }

    @Test
    void somebodyAnswersWhenSpokenTo() {
        var anna = server.newAccount("anna");
        var echo = server.newAccount("echo");
        try (var a = LabUser.signIn(server, anna);
                var e = LabUser.signIn(server, echo)) {
            e.answer(question -> question + "!");

            a.say(e.jid(), "Hello");

            assertThatObject(a.awaitMessage("Hello!").from()).isEqualTo(e.jid());
        }
    }

    @Test
    void theArchiveHoldsWhatWasSaidByIdAndInOrder() {
        var anna = server.newAccount("anna");
        var berta = server.newAccount("berta");
        try (var a = LabUser.signIn(server, anna);
                var b = LabUser.signIn(server, berta)) {
            var ids =
                    IntStream.range(0, 20)
                            .mapToObj(i -> a.say(b.jid(), "<" + i + "> & so on"))
                            .toList();
            b.awaitMessage("<19> & so on");

            for (var owner : List.of(anna, berta)) {
                var archive = server.archiveOf(owner.jid());
                assertThat(archive).extracting(ArchivedMessage::originId).isEqualTo(ids);
                assertThat(archive).extracting(ArchivedMessage::messageId).isEqualTo(ids);
                assertThat(archive).extracting(ArchivedMessage::archiveId).doesNotHaveDuplicates();
                assertThat(archive.getLast().body()).isEqualTo("<19> & so on");
                assertThat(archive.getLast().from()).isEqualTo(a.jid().toString());
            }
        }
    }

    @Test
    void aPastConversationIsInBothArchives() {
        var anna = server.newAccount("anna");
        var berta = server.newAccount("berta");

        server.addConversation(
                anna,
                berta,
                List.of(
                        PastStanza.chat(anna.jid(), berta.jid(), LAST_YEAR, "Wie geht’s?"),
                        PastStanza.chat(
                                berta.jid(), anna.jid(), LAST_YEAR.plusSeconds(60), "好 & <3")));

        for (var owner : List.of(anna, berta)) {
            var archive = server.archiveOf(owner.jid());
            assertThat(archive)
                    .extracting(ArchivedMessage::body)
                    .containsExactly("Wie geht’s?", "好 & <3");
            assertThat(archive)
                    .extracting(ArchivedMessage::at)
                    .containsExactly(LAST_YEAR, LAST_YEAR.plusSeconds(60));
        }
    }

    @Test
    void messagesLeftOfflineComeAtSignIn() {
        var anna = server.newAccount("anna");
        var berta = server.newAccount("berta");
        server.leaveOffline(
                anna.jid(),
                List.of(PastStanza.chat(berta.jid(), anna.jid(), LAST_YEAR, "Call me")));

        try (var a = LabUser.signIn(server, anna)) {
            assertThatObject(a.awaitMessage("Call me").from()).isEqualTo(berta.jid());
        }
    }

    @Test
    void peopleTalkInARoomMadeDirectly() {
        var anna = server.newAccount("anna");
        var berta = server.newAccount("berta");
        var room = server.newRoomAddress("kitchen");
        server.createRoom(
                RoomPlan.open(room, "The kitchen").withPassword("soup").withSubject("Dinner"));
        EntityFullJid cook =
                JidCreate.entityFullFrom(room, Resourcepart.fromOrThrowUnchecked("cook"));
        server.fillArchive(room, List.of(PastStanza.groupchat(cook, LAST_YEAR, "Soup is ready")));
        try (var a = LabUser.signIn(server, anna);
                var b = LabUser.signIn(server, berta)) {
            a.join(room, "anna", "soup");
            b.join(room, "berta", "soup");

            String id = a.sayIn(room, "Hungry!");

            assertThat(b.awaitMessage("Hungry!").id()).isEqualTo(id);
            var chat = MultiUserChatManager.getInstanceFor(b.connection()).getMultiUserChat(room);
            await().until(() -> "Dinner".equals(chat.getSubject()));
            assertThat(server.archiveOf(room))
                    .extracting(ArchivedMessage::body)
                    .containsExactly("Soup is ready", "Hungry!");
        }
    }

    @Test
    void thousandsOfContactsAreMadeAndAllArePresent() {
        var anna = server.newAccount("anna");
        var contacts = IntStream.range(0, 2_000).mapToObj(this::oneOfTheCrowd).toList();
        server.addContacts(anna.jid(), contacts);
        try (var a = LabUser.signIn(server, anna)) {
            var roster = Roster.getInstanceFor(a.connection());
            await().atMost(Duration.ofMinutes(1))
                    .untilAsserted(
                            () ->
                                    assertThat(roster.getEntries())
                                            .hasSize(2_000)
                                            .allMatch(
                                                    entry ->
                                                            roster.getPresence(entry.getJid())
                                                                    .isAvailable()));
        }
    }

    @Test
    void aRoutedStanzaMayLieAboutItsSender() {
        var anna = server.newAccount("anna");
        try (var a = LabUser.signIn(server, anna)) {
            server.route(
                    "<message from='nobody@%s/x' to='%s' type='chat'><body>forged</body></message>"
                            .formatted(server.host(), a.jid()));
            assertThatObject(a.awaitMessage("forged").from())
                    .hasToString("nobody@" + server.host() + "/x");
        }
    }

    @Test
    void aRemovedAccountIsThrownOutAndStaysOut() {
        var anna = server.newAccount("anna");
        try (var a = LabUser.signIn(server, anna)) {
            server.removeAccount(anna.jid());
            await().until(() -> !a.connection().isConnected());
        }
        assertThatThrownBy(() -> LabUser.signIn(server, anna))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theServerEndsAStreamWhenAsked() {
        var anna = server.newAccount("anna");
        try (var a = LabUser.signIn(server, anna)) {
            server.disconnect(anna.jid());
            await().until(() -> !a.connection().isConnected());
        }
    }

    @Test
    void contactsAreAddedUnderASignedInClientsEyes() {
        var anna = server.newAccount("anna");
        try (var a = LabUser.signIn(server, anna)) {
            var roster = Roster.getInstanceFor(a.connection());
            server.addContacts(anna.jid(), List.of(oneOfTheCrowd(1)));
            await().until(() -> roster.getEntryCount() == 1);
            assertThat(roster.getEntries().iterator().next().getName()).isEqualTo("Person 1");
        }
    }

    @Test
    void peopleOnBothHostsTalkToEachOther() {
        var anna = server.newAccount("anna");
        var bruno = LabAccount.of("bruno@" + server.secondHost(), "secret");
        server.addAccount(bruno.jid(), bruno.password());
        try (var a = LabUser.signIn(server, anna);
                var b = LabUser.signIn(server, bruno)) {
            a.say(b.jid(), "Hello over there");
            b.awaitMessage("Hello over there");
        }
    }

    @Test
    void directTlsShowsTheSameCertificate() throws Exception {
        var address = server.directTlsAddress();
        var factory = server.ca().clientContext().getSocketFactory();
        try (var socket =
                (SSLSocket) factory.createSocket(address.getAddress(), address.getPort())) {
            socket.startHandshake();
            assertThat(socket.getSession().getPeerCertificates()[0])
                    .isEqualTo(server.certificate().certificate());
        }
    }

    @Test
    void filesAreUploadedAndComeBack() throws Exception {
        var anna = server.newAccount("anna");
        byte[] content = "some content".getBytes(StandardCharsets.UTF_8);
        try (var a = LabUser.signIn(server, anna);
                var http =
                        HttpClient.newBuilder().sslContext(server.ca().clientContext()).build()) {
            var uploads = HttpFileUploadManager.getInstanceFor(a.connection());
            assertThat(uploads.discoverUploadService()).isTrue();
            var slot = uploads.requestSlot("note.txt", content.length, "text/plain");
            var put =
                    HttpRequest.newBuilder(slot.getPutUrl().toURI())
                            .PUT(BodyPublishers.ofByteArray(content));
            slot.getHeaders().forEach(put::header);
            put.header("Content-Type", "text/plain");
            assertThat(http.send(put.build(), BodyHandlers.discarding()).statusCode())
                    .isEqualTo(201);

            var get = HttpRequest.newBuilder(slot.getGetUrl().toURI()).build();
            assertThat(http.send(get, BodyHandlers.ofByteArray()).body()).isEqualTo(content);
        }
    }

    private RosterEntry oneOfTheCrowd(int number) {
        var jid = JidCreate.bareFromOrThrowUnchecked("p" + number + "@" + server.crowdHost());
        return RosterEntry.both(jid, "Person " + number, "Crowd");
    }
}
