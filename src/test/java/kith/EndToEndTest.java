package kith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import kith.lab.RoomPlan;
import kith.lab.ServerKind;
import kith.lab.ServerProfile;
import kith.model.Availability;
import kith.model.Presence;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.jxmpp.jid.BareJid;

import java.nio.file.Path;

/// Two Kiths on a real server: everything that the first slice promises, also to who was away.
class EndToEndTest {

    private static final int MANY = 20;
    private static final int SOME = 5;

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource(ServerKind.class)
    void twoPeopleSeeEachOtherTalkInAChatAndARoomAndFindItAllAgain(ServerKind kind) {
        var server = kind.shared(ServerProfile.NORMAL);
        var hers = server.newAccount("alice");
        var his = server.newAccount("bob");
        server.befriend(hers, his, "Friends");
        var room = server.newRoomAddress("den");
        server.createRoom(RoomPlan.open(room, "The den").withSubject("Tea at five"));

        try (var alice = new KithUser("Alice", server, hers, folder.resolve("alice"));
                var bob = new KithUser("Bob", server, his, folder.resolve("bob"))) {
            var minutes = new Minutes(alice, bob, room, server);
            alice.come();
            bob.come();
            presenceGoesBothWays(alice, bob);
            alice.enter(room);
            bob.enter(room);
            roomShowsWhoIsThere(alice, room);
            minutes.speakAtOnce(MANY);
            minutes.speakInTurn(SOME);
            minutes.assertKept();

            bob.go();
            minutes.speakAlone(alice, SOME);
            bob.come();
            minutes.awaitAll();
            minutes.speakInTurn(SOME);
            minutes.assertKept();

            alice.go();
            minutes.speakAlone(bob, MANY);
            alice.come();
            minutes.awaitAll();
            minutes.speakInTurn(1);
            minutes.assertKept();

            alice.go();
            bob.go();
            alice.come();
            bob.come();
            minutes.assertKept();
            alice.kith().awaitJoined(alice.chat(room));
            bob.kith().awaitJoined(bob.chat(room));
            alice.kith().awaitPresence(alice.chat(bob.address()), Availability.AWAY); // he said so
            minutes.speakAtOnce(SOME);
            minutes.assertKept();
        }
    }

    private static void presenceGoesBothWays(KithUser alice, KithUser bob) {
        var toBob = alice.chat(bob.address());
        alice.kith().awaitPresence(toBob, Availability.AVAILABLE);
        bob.kith().awaitPresence(bob.chat(alice.address()), Availability.AVAILABLE);
        bob.kith().session().presence().set(new Presence(Availability.AWAY, "in the garden"));
        alice.kith().awaitPresence(toBob, Availability.AWAY);
        assertThat(alice.kith().session().roster().contact(toBob).get())
                .hasValueSatisfying(
                        contact -> {
                            assertThat(contact.presence().status()).isEqualTo("in the garden");
                            assertThat(contact.groups()).containsExactly("Friends");
                        });
    }

    private static void roomShowsWhoIsThere(KithUser alice, BareJid room) {
        var rooms = alice.kith().session().rooms();
        var den = alice.chat(room);
        await("both in the room").until(() -> rooms.occupants(den).get().size() == 2);
        assertThat(rooms.room(den).get())
                .hasValueSatisfying(
                        each -> {
                            assertThat(each.nick()).isEqualTo("Alice");
                            assertThat(each.occupants()).isEqualTo(2);
                        });
        alice.kith().awaitSubject(den, "Tea at five");
    }
}
