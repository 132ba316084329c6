package kith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import kith.lab.LabUser;
import kith.lab.Refuses;
import kith.lab.RoomPlan;
import kith.lab.ServerKind;
import kith.lab.ServerProfile;
import kith.lab.XmppServer;
import kith.model.Refusal.Reason;
import kith.ui.room.Remedy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.file.Path;
import java.util.Optional;

/// Rooms of real servers where nobody makes them, and one that has as many people in it as it takes
/// (XEP-0045 §§7.2.9, 10.1.1).
@ParameterizedClass
@EnumSource
class StrictRoomsTest {

    @TempDir Path folder;

    private final XmppServer server;

    StrictRoomsTest(ServerKind kind) {
        server = kind.shared(ServerProfile.STRICT_ROOMS);
    }

    /// ejabberd says what it says to who is banned.
    @Test
    @Refuses(prosody = "not-allowed")
    void aRoomThatWeMayNotMake(TestInfo test) {
        var room = server.newRoomAddress("den");
        try (var door = RoomDoor.of(server, server.newAccount("alice"), room, folder)) {
            door.join("Alice", "");
            await("the reason")
                    .atMost(RunningKith.PATIENCE)
                    .until(() -> door.reason().equals(Optional.of(Reason.NOT_ALLOWED)));
            if (server.kind() == ServerKind.PROSODY) {
                door.awaitReason();
            }
            assertThat(door.sentence())
                    .isEqualTo("The rules of this server don’t let you enter or create this room.");
            assertThat(door.remedy()).isEqualTo(Remedy.NONE);
            door.assertRefused(test.getTestMethod().orElseThrow(), server.kind());
        }
    }

    /// Prosody's rooms are never full; ejabberd has another word for it than the XEP.
    @Test
    @Refuses(ejabberd = "resource-constraint")
    void aRoomThatIsFull(TestInfo test) {
        var room = server.newRoomAddress("den");
        var carol = server.newAccount("carol");
        server.createRoom(RoomPlan.open(room, "The den").ownedBy(carol.jid()));
        try (var owner = LabUser.signIn(server, carol);
                var guest = LabUser.signIn(server, server.newAccount("bob"));
                var door = RoomDoor.of(server, server.newAccount("alice"), room, folder)) {
            owner.join(room, "Carol");
            if (server.kind() == ServerKind.EJABBERD) {
                RoomForm.set(owner, room, "muc#roomconfig_maxusers", "2");
            }
            guest.join(room, "Bob");
            door.join("Alice", "");
            if (server.kind() == ServerKind.PROSODY) {
                door.awaitJoined();
                return;
            }
            assertThat(door.awaitReason()).isEqualTo(Reason.LIMIT);
            assertThat(door.sentence()).isEqualTo("This room is full, or lets nobody in just now.");
            assertThat(door.theirWords()).contains("Too many users in this conference");
            assertThat(door.remedy()).isEqualTo(Remedy.TRY_AGAIN);
            guest.leave(room);
            door.join("Alice", "");
            door.awaitJoined();
            door.assertRefused(test.getTestMethod().orElseThrow(), server.kind());
        }
    }
}
