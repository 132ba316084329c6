package kith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import kith.lab.LabAccount;
import kith.lab.RoomPlan;
import kith.lab.RosterEntry;
import kith.lab.ServerKind;
import kith.lab.ServerProfile;
import kith.lab.XmppServer;
import kith.model.Availability;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.Delivery;
import kith.model.Message;
import kith.model.Room;
import kith.model.RoomState;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/// Two people at home on different servers, a Prosody and an ejabberd, which speak with each other
/// (RFC 6120 §13.14).
class FederationTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int MANY = 20;
    private static final int SOME = 3;

    /// Kith lets a room that it can't reach be for a while.
    private static final int FASTER = 5;

    @TempDir Path folder;

    /// @param rooms whose room they talk in
    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void twoPeopleOfDifferentServersTalkAsOnOne(ServerKind rooms) {
        var prosody = ServerKind.PROSODY.shared(ServerProfile.FEDERATED);
        var ejabberd = ServerKind.EJABBERD.shared(ServerProfile.FEDERATED);
        prosody.introduce(ejabberd);
        var hers = prosody.newAccount("alice");
        var his = ejabberd.newAccount("bob");
        befriend(prosody, hers, his);
        befriend(ejabberd, his, hers);
        var roomServer = rooms.shared(ServerProfile.FEDERATED);
        var room = roomServer.newRoomAddress("den");
        roomServer.createRoom(RoomPlan.open(room, "The den"));

        try (var alice = new KithUser("Alice", prosody, hers, folder.resolve("alice"));
                var bob = new KithUser("Bob", ejabberd, his, folder.resolve("bob"))) {
            var minutes = new Minutes(alice, bob, room, roomServer);
            alice.come();
            bob.come();
            var toBob = alice.chat(bob.address());
            var toAlice = bob.chat(alice.address());
            alice.kith().awaitPresence(toBob, Availability.AVAILABLE);
            bob.kith().awaitPresence(toAlice, Availability.AVAILABLE);
            alice.enter(room);
            bob.enter(room);
            minutes.speakAtOnce(MANY);
            minutes.speakInTurn(SOME);
            minutes.assertKept();
            awaitDelivered(alice.kith(), toBob);
            awaitDelivered(bob.kith(), toAlice);

            bob.go();
            alice.kith().awaitPresence(toBob, Availability.OFFLINE);
            minutes.speakAlone(alice, SOME);
            bob.come();
            minutes.awaitAll();
            minutes.speakInTurn(SOME);
            minutes.assertKept();
            awaitDelivered(alice.kith(), toBob);
            awaitDelivered(bob.kith(), toAlice);
        }
    }

    /// What can't be brought there comes back and says so; sent again it arrives, once.
    @Test
    void aServerThatIsDownIsSaidToBe() {
        try (var prosody = ServerKind.PROSODY.start(ServerProfile.FEDERATED);
                var ejabberd = ServerKind.EJABBERD.start(ServerProfile.FEDERATED)) {
            prosody.introduce(ejabberd);
            var hers = prosody.newAccount("alice");
            var his = ejabberd.newAccount("bob");
            befriend(prosody, hers, his);
            befriend(ejabberd, his, hers);
            try (var alice = new KithUser("Alice", prosody, hers, folder.resolve("alice"));
                    var bob = new KithUser("Bob", ejabberd, his, folder.resolve("bob"))) {
                alice.come();
                bob.come();
                var toBob = alice.chat(bob.address());
                var toAlice = bob.chat(alice.address());
                alice.kith().awaitPresence(toBob, Availability.AVAILABLE);
                bob.kith().awaitPresence(toAlice, Availability.AVAILABLE);
                alice.kith().say(toBob, Chat.Kind.CONTACT, "before");
                bob.kith().awaitTexts(toAlice, 1);
                awaitDelivered(alice.kith(), toBob); // else its receipt goes down with the server

                bob.go();
                ejabberd.stop();
                alice.kith().say(toBob, Chat.Kind.CONTACT, "meanwhile");
                var failed = awaitFailed(alice.kith(), toBob);
                assertThat(RunningKith.body(failed)).isEqualTo("meanwhile");

                ejabberd.resume();
                alice.kith().session().chats().retry(failed.key());
                bob.come();
                bob.kith().awaitTexts(toAlice, 2);
                alice.kith().awaitTexts(toBob, 2);
                assertThat(bob.kith().bodies(toAlice)).containsExactly("before", "meanwhile");
                awaitDelivered(alice.kith(), toBob);
            }
        }
    }

    /// A room there is lost without a word. What is written to it meanwhile waits, and goes out
    /// once, in order, when the room has let us in again (XEP-0410).
    @Test
    void aRoomOfAServerThatWasAwayIsEnteredAgainAndHasWhatWasWritten() {
        visitWhileAway(XmppServer::stop);
    }

    @Test
    @Tag("night")
    void aRoomOfAServerThatWasKilledIsEnteredAgainAndHasWhatWasWritten() {
        visitWhileAway(XmppServer::killOnceWritten); // else it is the server that loses some
    }

    private void visitWhileAway(Consumer<XmppServer> end) {
        try (var prosody = ServerKind.PROSODY.start(ServerProfile.FEDERATED);
                var ejabberd = ServerKind.EJABBERD.start(ServerProfile.FEDERATED)) {
            prosody.introduce(ejabberd);
            var room = ejabberd.newRoomAddress("den");
            ejabberd.createRoom(RoomPlan.open(room, "The den"));
            var hers = prosody.newAccount("alice");
            try (var alice =
                    new KithUser(
                            "Alice",
                            prosody,
                            hers,
                            folder.resolve("alice"),
                            timer -> new FastTime(timer, FASTER))) {
                alice.come();
                alice.enter(room);
                var den = alice.chat(room);
                var kith = alice.kith();
                kith.say(den, Chat.Kind.ROOM, "before");
                kith.awaitTexts(den, 1);

                end.accept(ejabberd);
                kith.say(den, Chat.Kind.ROOM, "one");
                kith.say(den, Chat.Kind.ROOM, "two");
                await("that it is away")
                        .atMost(PATIENCE.multipliedBy(2))
                        .until(() -> isSaidToBeAway(room(kith, den)));
                assertThat(kith.texts(den))
                        .filteredOn(it -> it.delivery() instanceof Delivery.Queued)
                        .extracting(RunningKith::body)
                        .containsExactly("one", "two");
                ejabberd.resume();
                await("one and two")
                        .atMost(PATIENCE.multipliedBy(3))
                        .untilAsserted(
                                () -> {
                                    kith.session().rooms().looking(den);
                                    assertThat(kith.hasSettled(den, 3))
                                            .as("%s; %s", room(kith, den), kith.texts(den))
                                            .isTrue();
                                });
                assertThat(kith.bodies(den)).containsExactly("before", "one", "two");
                assertThat(failed(kith, den)).isEmpty();
                assertThat(room(kith, den).isReached()).isTrue();
                assertThat(ejabberd.archiveOf(room))
                        .extracting(it -> it.body())
                        .filteredOn(body -> !body.isEmpty())
                        .containsExactly("before", "one", "two");
                try (var bob =
                        new KithUser(
                                "Bob",
                                ejabberd,
                                ejabberd.newAccount("bob"),
                                folder.resolve("bob"))) {
                    bob.come();
                    bob.enter(room);
                    bob.kith().awaitTexts(bob.chat(room), 3);
                    assertThat(bob.kith().bodies(bob.chat(room)))
                            .containsExactly("before", "one", "two");
                }
            }
        }
    }

    /// As the user reads it where the room is, in one of the two.
    private static boolean isSaidToBeAway(Room room) {
        return !room.isReached()
                || room.state() instanceof RoomState.Removed
                || room.state() instanceof RoomState.Refused;
    }

    private static Room room(RunningKith kith, ChatKey room) {
        return kith.session().rooms().room(room).get().orElseThrow();
    }

    private static void befriend(XmppServer server, LabAccount owner, LabAccount friend) {
        server.addContacts(
                owner.jid(), List.of(RosterEntry.both(friend.jid(), friend.user(), "Friends")));
    }

    private static Message awaitFailed(RunningKith kith, ChatKey chat) {
        await("what didn't arrive").atMost(PATIENCE).until(() -> failed(kith, chat).size() == 1);
        return failed(kith, chat).getFirst();
    }

    private static List<Message> failed(RunningKith kith, ChatKey chat) {
        return kith.texts(chat).stream()
                .filter(message -> message.delivery() instanceof Delivery.Failed)
                .toList();
    }

    private static void awaitDelivered(RunningKith kith, ChatKey chat) {
        await("receipts of " + chat.peer())
                .atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(kith.texts(chat))
                                        .filteredOn(Message::isMine)
                                        .allMatch(RunningKith::hasArrived));
    }
}
