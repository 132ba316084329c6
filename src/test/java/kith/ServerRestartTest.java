package kith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import kith.lab.ArchivedMessage;
import kith.lab.RoomPlan;
import kith.lab.ServerKind;
import kith.lab.ServerProfile;
import kith.lab.XmppServer;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.ConnectionState;
import kith.model.Message;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.jxmpp.jid.BareJid;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// A server ends, in good order or as in a crash, while two write to each other: once it is back so
/// are they, also in their room, and have what was said (F04).
class ServerRestartTest {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int MESSAGES = 20;

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void aServerThatIsKilled(ServerKind kind) {
        endAll(kind, List.of(XmppServer::kill));
    }

    @Test
    void aServerThatEndsInGoodOrder() {
        endAll(ServerKind.PROSODY, List.of(XmppServer::stop));
    }

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    @Tag("night")
    void aServerThatIsKilledFiftyTimes(ServerKind kind) {
        endAll(kind, Collections.nCopies(50, XmppServer::kill));
    }

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    @Tag("night")
    void aServerThatEndsInGoodOrderTenTimes(ServerKind kind) {
        endAll(kind, Collections.nCopies(10, XmppServer::stop));
    }

    private void endAll(ServerKind kind, List<Consumer<XmppServer>> ends) {
        try (var server = kind.start(ServerProfile.NORMAL)) {
            var alice = server.newAccount("alice");
            var bob = server.newAccount("bob");
            server.befriend(alice, bob, "Friends");
            var room = server.newRoomAddress("den");
            server.createRoom(RoomPlan.open(room, "The den"));
            server.restart(); // a crash would take away what ejabberd has not written down yet
            try (var hers = new KithUser("Alice", server, alice, folder.resolve("alice"));
                    var his = new KithUser("Bob", server, bob, folder.resolve("bob"))) {
                hers.come();
                his.come();
                hers.enter(room);
                his.enter(room);
                var toBob = new Talk(hers.kith(), hers.chat(bob.jid()));
                var toAlice = new Talk(his.kith(), his.chat(alice.jid()));
                for (var end : ends) {
                    speak(toBob, toAlice);
                    end.accept(server);
                    speak(toBob, toAlice);
                    server.resume();
                    awaitTruth(toBob, toAlice, server);
                    awaitTruth(toAlice, toBob, server);
                    awaitHeard(hers, his, room);
                    awaitHeard(his, hers, room);
                }
                System.out.printf(
                        "%s, ended %d times: %d and %d messages, lost by the server: %d and %d%n",
                        kind,
                        ends.size(),
                        toBob.said.size(),
                        toAlice.said.size(),
                        toBob.said.size() - toAlice.heard().size(),
                        toAlice.said.size() - toBob.heard().size());
            }
        }
    }

    private static void speak(Talk one, Talk other) {
        for (int i = 0; i < MESSAGES; i++) {
            one.say();
            other.say();
        }
    }

    /// What the one says in the room the other hears.
    private static void awaitHeard(KithUser one, KithUser other, BareJid room) {
        var text = UUID.randomUUID().toString();
        one.kith().say(one.chat(room), Chat.Kind.ROOM, text);
        await("in the room")
                .atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(other.kith().bodies(other.chat(room)))
                                        .as("%s; %s", state(one, room), state(other, room))
                                        .contains(text));
    }

    private static String state(KithUser user, BareJid room) {
        return "%s: %s, %s, %s"
                .formatted(
                        user.name(),
                        user.kith().session().accounts().accounts().get().getFirst().connection(),
                        user.kith().session().rooms().room(user.chat(room)).get(),
                        user.kith().texts(user.chat(room)).stream()
                                .map(message -> message.delivery())
                                .toList());
    }

    /// All that the one said is on the server; what that still has, the other has too, and what it
    /// ever had, once each and in order. What a server had acknowledged and lost as it ended,
    /// nobody can bring back.
    private static void awaitTruth(Talk one, Talk other, XmppServer server) {
        await("the same on both sides")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .untilAsserted(
                        () -> {
                            assertThat(one.isSettled()).isTrue();
                            assertThat(one.bodies(Message::isMine)).isEqualTo(one.said);
                            assertThat(other.heard())
                                    .isSubsetOf(one.said)
                                    .doesNotHaveDuplicates()
                                    .containsAll(other.everHeard)
                                    .containsAll(other.archived(server));
                            assertThat(other.heard())
                                    .isSortedAccordingTo(
                                            (a, b) -> one.said.indexOf(a) - one.said.indexOf(b));
                            assertThat(other.heard())
                                    .as("%s; %s", one.connection(), other.connection())
                                    .contains(one.said.getLast());
                        });
        other.everHeard.addAll(other.heard());
    }

    /// What one of the two said to the other.
    private static final class Talk {

        private final RunningKith kith;
        private final ChatKey chat;
        private final List<String> said = new ArrayList<>();
        private final Set<String> everHeard = new HashSet<>();

        Talk(RunningKith kith, ChatKey chat) {
            this.kith = kith;
            this.chat = chat;
        }

        void say() {
            said.add("%s %d".formatted(kith.address(), said.size()));
            kith.say(chat, Chat.Kind.CONTACT, said.getLast());
        }

        ConnectionState connection() {
            return kith.session().accounts().accounts().get().getFirst().connection();
        }

        boolean isSettled() {
            return kith.hasSettled(chat, said.size());
        }

        List<String> bodies(Predicate<Message> which) {
            return kith.texts(chat).stream().filter(which).map(RunningKith::body).toList();
        }

        /// What the server has for us of the other's.
        List<String> archived(XmppServer server) {
            return server.archiveOf(kith.address()).stream()
                    .filter(each -> !each.from().startsWith(kith.address().toString()))
                    .map(ArchivedMessage::body)
                    .filter(body -> !body.isEmpty())
                    .distinct()
                    .toList();
        }

        List<String> heard() {
            return bodies(message -> !message.isMine());
        }
    }
}
