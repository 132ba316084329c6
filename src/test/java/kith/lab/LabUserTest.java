package kith.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import org.jivesoftware.smack.filter.StanzaExtensionFilter;
import org.jivesoftware.smack.packet.Presence;
import org.jivesoftware.smackx.chatstates.packet.ChatStateExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/// What the lab's own users can do, on each server.
@ParameterizedClass
@EnumSource
class LabUserTest {

    private final XmppServer server;
    private final LabAccount anna;
    private final LabAccount berta;

    LabUserTest(ServerKind kind) {
        server = kind.shared(ServerProfile.NORMAL);
        anna = server.newAccount("anna");
        berta = server.newAccount("berta");
    }

    @Test
    void typesForAWhileAndThenAnswers() {
        try (var a = LabUser.signIn(server, anna);
                var b = LabUser.signIn(server, berta)) {
            var typing = new AtomicInteger();
            a.connection()
                    .addSyncStanzaListener(
                            _ -> typing.incrementAndGet(),
                            new StanzaExtensionFilter("composing", ChatStateExtension.NAMESPACE));
            b.answer(Duration.ofMillis(100), String::toUpperCase);

            a.say(b.jid(), "hello");

            a.awaitMessage("HELLO");
            assertThat(typing).hasValue(1);
        }
    }

    @Test
    void isSeenByTheDeviceWithTheHighestPriority() {
        server.befriend(anna, berta);
        try (var a = LabUser.signIn(server, anna);
                var phone = LabUser.signIn(server, berta, server.address(), "phone");
                var desk = LabUser.signIn(server, berta, server.address(), "desk")) {
            phone.show(Presence.Mode.away, "on the bus", 1);
            desk.show(Presence.Mode.dnd, "writing", 9);
            await().until(() -> "writing".equals(a.presenceOf(berta.jid()).getStatus()));

            desk.show(Presence.Mode.dnd, "writing", 0);
            await().until(() -> "on the bus".equals(a.presenceOf(berta.jid()).getStatus()));
        }
    }

    @Test
    void leavesARoomAndHearsNothingMore() {
        var room = server.newRoomAddress("hall");
        server.createRoom(RoomPlan.open(room, "The hall"));
        try (var a = LabUser.signIn(server, anna);
                var b = LabUser.signIn(server, berta)) {
            a.join(room, "anna");
            b.join(room, "berta");
            a.sayIn(room, "one");
            b.awaitMessage("one");

            b.leave(room);
            a.sayIn(room, "two");
            a.awaitMessage("two");

            assertThat(b.heard()).extracting(HeardMessage::body).containsExactly("one");
        }
    }

    @Test
    void cantSignInWithAWrongPassword() {
        var wrong = new LabAccount(anna.jid(), "battery staple");
        assertThatThrownBy(() -> LabUser.signIn(server, wrong))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(anna.jid().toString());
    }
}
