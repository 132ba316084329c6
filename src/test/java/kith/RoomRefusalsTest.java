package kith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import kith.lab.LabAccount;
import kith.lab.LabUser;
import kith.lab.Refuses;
import kith.lab.RoomPlan;
import kith.lab.ServerKind;
import kith.lab.ServerProfile;
import kith.lab.XmppServer;
import kith.model.Refusal;
import kith.model.Refusal.Reason;
import kith.model.Room;
import kith.ui.room.Remedy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.jxmpp.jid.EntityBareJid;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Rooms of real servers that don't let us in, or not change their subject: the reason that Kith
/// has for it, the sentence in the room's page, and what mends it (F31).
@ParameterizedClass
@EnumSource
class RoomRefusalsTest {

    @TempDir Path folder;

    private final XmppServer server;
    private final LabAccount alice;
    private final EntityBareJid room;
    private RoomDoor door;

    RoomRefusalsTest(ServerKind kind) {
        server = kind.shared(ServerProfile.NORMAL);
        alice = server.newAccount("alice");
        room = server.newRoomAddress("den");
    }

    @BeforeEach
    void signIn() {
        door = RoomDoor.of(server, alice, room, folder);
    }

    @AfterEach
    void theServerHasSaidSo(TestInfo test) {
        try (var entered = door) {
            entered.assertRefused(test.getTestMethod().orElseThrow(), server.kind());
        }
    }

    @Test
    @Refuses(prosody = "registration-required", ejabberd = "registration-required")
    void aRoomForMembersOnly() {
        server.createRoom(RoomPlan.open(room, "The den").onlyFor(server.newAccount("bob").jid()));
        door.join("Alice", "");
        assertThat(door.awaitReason()).isEqualTo(Reason.MEMBERS_ONLY);
        assertThat(door.sentence())
                .isEqualTo("Only members may enter this room. An owner or admin can add you.");
        assertThat(door.remedy()).isEqualTo(Remedy.TRY_AGAIN);
    }

    @Test
    @Refuses(prosody = "forbidden", ejabberd = "forbidden")
    void aRoomThatHasBannedUs() {
        server.createRoom(RoomPlan.open(room, "The den").banning(alice.jid()));
        door.join("Alice", "");
        assertThat(door.awaitReason()).isEqualTo(Reason.FORBIDDEN);
        assertThat(door.sentence()).isEqualTo("You are banned from this room.");
        assertThat(door.remedy()).isEqualTo(Remedy.NONE);
    }

    @Test
    @Refuses(prosody = "conflict", ejabberd = "conflict")
    void aNickThatSomeoneElseHas() {
        server.createRoom(RoomPlan.open(room, "The den"));
        try (var bob = LabUser.signIn(server, server.newAccount("bob"))) {
            bob.join(room, "Ali");
            door.join("Ali", "");
            assertThat(door.awaitReason()).isEqualTo(Reason.NICK_TAKEN);
            assertThat(door.sentence())
                    .isEqualTo("“Ali” is in use in this room. Choose another nick.");
            assertThat(door.remedy()).isEqualTo(Remedy.OTHER_NICK);
            door.join("Alice", "");
            door.awaitJoined();
        }
    }

    /// A letter that Unicode 3.2 had not is none to them; ejabberd doesn't say what is wrong.
    @Test
    @Refuses(prosody = "jid-malformed", ejabberd = "bad-request")
    void aNickThatTheRoomCanNotHave() {
        server.createRoom(RoomPlan.open(room, "The den"));
        door.join("Fox ꟻ", "");
        if (server.kind() == ServerKind.PROSODY) {
            assertThat(door.awaitReason()).isEqualTo(Reason.BAD_ADDRESS);
            assertThat(door.sentence())
                    .isEqualTo("“Fox ꟻ” can’t be a nick in this room. Choose another nick.");
            assertThat(door.remedy()).isEqualTo(Remedy.OTHER_NICK);
        } else {
            assertThat(door.awaitReason()).isEqualTo(Reason.OTHER);
            assertThat(door.sentence()).isEqualTo("The room did not let you in.");
        }
        door.join("Fox", "");
        door.awaitJoined();
    }

    /// As Prosody says it of a nick that nobody sees.
    @Test
    @Refuses(prosody = "not-allowed")
    void aRoomWhoseRulesDoNotLetUsIn() {
        server.createRoom(RoomPlan.open(room, "The den"));
        door.join(" ", "");
        if (server.kind() == ServerKind.PROSODY) {
            assertThat(door.awaitReason()).isEqualTo(Reason.NOT_ALLOWED);
            assertThat(door.sentence())
                    .isEqualTo("The rules of this server don’t let you enter or create this room.");
        } else {
            door.awaitJoined();
        }
    }

    /// Somebody has made it and not set it up yet (§10.1.2); ejabberd lets others in.
    @Test
    @Refuses(prosody = "item-not-found")
    void aRoomThatIsNotOpenYet() {
        try (var bob = LabUser.signIn(server, server.newAccount("bob"))) {
            bob.join(room, "Bob");
            door.join("Alice", "");
            if (server.kind() == ServerKind.PROSODY) {
                assertThat(door.awaitReason()).isEqualTo(Reason.NOT_FOUND);
                assertThat(door.sentence())
                        .isEqualTo(
                                "There is no room at %s, or it is not open yet.".formatted(room));
                assertThat(door.remedy()).isEqualTo(Remedy.TRY_AGAIN);
            } else {
                door.awaitJoined();
            }
        }
    }

    @Test
    @Refuses(prosody = "not-authorized", ejabberd = "not-authorized")
    void aPasswordThatIsMissing() {
        server.createRoom(RoomPlan.open(room, "The den").withPassword("sesame"));
        door.join("Alice", "");
        assertThat(door.awaitReason()).isEqualTo(Reason.PASSWORD_NEEDED);
        assertThat(door.sentence()).isEqualTo("This room needs a password.");
        assertThat(door.remedy()).isEqualTo(Remedy.PASSWORD);
        door.join("Alice", "sesame");
        door.awaitJoined();
    }

    @Test
    @Refuses(prosody = "not-authorized", ejabberd = "not-authorized")
    void aPasswordThatIsWrong() {
        server.createRoom(RoomPlan.open(room, "The den").withPassword("sesame"));
        door.join("Alice", "barley");
        assertThat(door.awaitReason()).isEqualTo(Reason.PASSWORD_NEEDED);
    }

    @Test
    void aSubjectThatIsNotOursToChange() {
        server.createRoom(RoomPlan.open(room, "The den"));
        assertThat(subjectRefused()).isEqualTo(Optional.of(Reason.NOT_ACCEPTABLE));
        door.join("Alice", "");
        door.awaitJoined();
        // the rooms of ejabberd let every participant change it
        boolean isForModerators = server.kind() == ServerKind.PROSODY;
        assertThat(subjectRefused())
                .isEqualTo(Optional.of(Reason.FORBIDDEN).filter(reason -> isForModerators));
    }

    @Test
    void aSubjectOfOurOwnRoom() {
        server.createRoom(RoomPlan.open(room, "The den").ownedBy(alice.jid()));
        door.join("Alice", "");
        door.awaitJoined();
        assertThat(subjectRefused()).isEmpty();
        await().until(() -> door.state().map(Room::subject).equals(Optional.of("Paper")));
    }

    private Optional<Reason> subjectRefused() {
        return door.kith()
                .session()
                .rooms()
                .changeSubject(door.key(), "Paper")
                .toCompletableFuture()
                .orTimeout(RunningKith.PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join()
                .map(Refusal::reason);
    }
}
