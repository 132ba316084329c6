package kith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.text.Text;

import kith.RunningKith.MemorySecrets;
import kith.base.Cell;
import kith.base.ImmediateLane;
import kith.lab.LabAccount;
import kith.lab.LabUser;
import kith.lab.RoomPlan;
import kith.lab.ServerKind;
import kith.lab.ServerProfile;
import kith.lab.XmppServer;
import kith.model.ChatKey;
import kith.model.Refusal;
import kith.model.Refusal.Reason;
import kith.model.Room;
import kith.model.RoomState;
import kith.ui.fx.FxThread;
import kith.ui.room.Remedy;
import kith.ui.room.RoomCommands;
import kith.ui.room.RoomGateView;
import kith.ui.room.RoomViewModel;
import kith.ui.text.Texts;
import kith.xmpp.Xml;

import org.jivesoftware.smack.packet.IQ;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.jxmpp.jid.EntityBareJid;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Rooms of real servers that don't let us in, or not change their subject: the reason that Kith
/// has for it, the sentence in the room's page, and what mends it (F31).
@ParameterizedClass
@EnumSource
class RoomRefusalsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir Path folder;

    private final XmppServer server;
    private final LabAccount alice;
    private final EntityBareJid room;
    private RunningKith kith;
    private ChatKey key;

    RoomRefusalsTest(ServerKind kind) {
        server = kind.shared(ServerProfile.NORMAL);
        alice = server.newAccount("alice");
        room = server.newRoomAddress("den");
    }

    @BeforeEach
    void signIn() {
        kith = RunningKith.open(folder, server, new MemorySecrets());
        key = new ChatKey(kith.add(server, alice), room);
    }

    @AfterEach
    void signOut() {
        kith.close();
    }

    @Test
    void aRoomForMembersOnly() {
        server.createRoom(RoomPlan.open(room, "The den").onlyFor(server.newAccount("bob").jid()));
        join("Alice", "");
        assertThat(awaitReason()).isEqualTo(Reason.MEMBERS_ONLY);
        assertThat(sentence())
                .isEqualTo("Only members may enter this room. An owner or admin can add you.");
        assertThat(remedy()).isEqualTo(Remedy.TRY_AGAIN);
    }

    @Test
    void aRoomThatHasBannedUs() {
        server.createRoom(RoomPlan.open(room, "The den").banning(alice.jid()));
        join("Alice", "");
        assertThat(awaitReason()).isEqualTo(Reason.FORBIDDEN);
        assertThat(sentence()).isEqualTo("You are banned from this room.");
        assertThat(remedy()).isEqualTo(Remedy.NONE);
    }

    @Test
    void aNickThatSomeoneElseHas() {
        server.createRoom(RoomPlan.open(room, "The den"));
        try (var bob = LabUser.signIn(server, server.newAccount("bob"))) {
            bob.join(room, "Ali");
            join("Ali", "");
            assertThat(awaitReason()).isEqualTo(Reason.NICK_TAKEN);
            assertThat(sentence()).isEqualTo("“Ali” is in use in this room. Choose another nick.");
            assertThat(remedy()).isEqualTo(Remedy.OTHER_NICK);
            join("Alice", "");
            kith.awaitJoined(key);
        }
    }

    /// A letter that Unicode 3.2 had not is none to them; ejabberd doesn't say what is wrong.
    @Test
    void aNickThatTheRoomCanNotHave() {
        server.createRoom(RoomPlan.open(room, "The den"));
        join("Fox ꟻ", "");
        if (server.kind() == ServerKind.PROSODY) {
            assertThat(awaitReason()).isEqualTo(Reason.BAD_ADDRESS);
            assertThat(sentence())
                    .isEqualTo("“Fox ꟻ” can’t be a nick in this room. Choose another nick.");
            assertThat(remedy()).isEqualTo(Remedy.OTHER_NICK);
        } else {
            assertThat(awaitReason()).isEqualTo(Reason.OTHER);
            assertThat(sentence()).isEqualTo("The room did not let you in.");
        }
        join("Fox", "");
        kith.awaitJoined(key);
    }

    /// As Prosody says it of a nick that nobody sees.
    @Test
    void aRoomWhoseRulesDoNotLetUsIn() {
        server.createRoom(RoomPlan.open(room, "The den"));
        join(" ", "");
        if (server.kind() == ServerKind.PROSODY) {
            assertThat(awaitReason()).isEqualTo(Reason.NOT_ALLOWED);
            assertThat(sentence())
                    .isEqualTo("The rules of this server don’t let you enter or create this room.");
        } else {
            kith.awaitJoined(key);
        }
    }

    /// Somebody has made it and not set it up yet (§10.1.2); ejabberd lets others in.
    @Test
    void aRoomThatIsNotOpenYet() {
        try (var bob = LabUser.signIn(server, server.newAccount("bob"))) {
            bob.join(room, "Bob");
            join("Alice", "");
            if (server.kind() == ServerKind.PROSODY) {
                assertThat(awaitReason()).isEqualTo(Reason.NOT_FOUND);
                assertThat(sentence())
                        .isEqualTo(
                                "There is no room at %s, or it is not open yet.".formatted(room));
                assertThat(remedy()).isEqualTo(Remedy.TRY_AGAIN);
            } else {
                kith.awaitJoined(key);
            }
        }
    }

    /// XEP-0045 §7.2.9; Prosody's rooms are never full.
    @Test
    void aRoomThatIsFull() {
        try (var bob = LabUser.signIn(server, server.newAccount("bob"))) {
            bob.join(room, "Bob");
            limit(bob, 1);
            join("Alice", "");
            if (server.kind() == ServerKind.EJABBERD) {
                assertThat(awaitReason()).isEqualTo(Reason.LIMIT);
                assertThat(sentence()).isEqualTo("This room is full, or lets nobody in just now.");
                assertThat(remedy()).isEqualTo(Remedy.TRY_AGAIN);
                limit(bob, 10);
                join("Alice", "");
            }
            kith.awaitJoined(key);
        }
    }

    private void limit(LabUser owner, int most) {
        owner.ask(
                Xml.stanza(
                        IQ.class,
                        """
                        <iq type='set' id='c' to='%s'>
                        <query xmlns='http://jabber.org/protocol/muc#owner'>
                        <x xmlns='jabber:x:data' type='submit'><field var='FORM_TYPE'>
                        <value>http://jabber.org/protocol/muc#roomconfig</value></field>
                        <field var='muc#roomconfig_maxusers'><value>%d</value></field>
                        </x></query></iq>
                        """
                                .formatted(room, most)));
    }

    @Test
    void aPasswordThatIsMissing() {
        server.createRoom(RoomPlan.open(room, "The den").withPassword("sesame"));
        join("Alice", "");
        assertThat(awaitReason()).isEqualTo(Reason.PASSWORD_NEEDED);
        assertThat(sentence()).isEqualTo("This room needs a password.");
        assertThat(remedy()).isEqualTo(Remedy.PASSWORD);
        join("Alice", "sesame");
        kith.awaitJoined(key);
    }

    @Test
    void aPasswordThatIsWrong() {
        server.createRoom(RoomPlan.open(room, "The den").withPassword("sesame"));
        join("Alice", "barley");
        assertThat(awaitReason()).isEqualTo(Reason.PASSWORD_NEEDED);
    }

    @Test
    void aSubjectThatIsNotOursToChange() {
        server.createRoom(RoomPlan.open(room, "The den"));
        assertThat(subjectRefused()).isEqualTo(Optional.of(Reason.NOT_ACCEPTABLE));
        join("Alice", "");
        kith.awaitJoined(key);
        // the rooms of ejabberd let every participant change it
        boolean isForModerators = server.kind() == ServerKind.PROSODY;
        assertThat(subjectRefused())
                .isEqualTo(Optional.of(Reason.FORBIDDEN).filter(reason -> isForModerators));
    }

    @Test
    void aSubjectOfOurOwnRoom() {
        server.createRoom(RoomPlan.open(room, "The den").ownedBy(alice.jid()));
        join("Alice", "");
        kith.awaitJoined(key);
        assertThat(subjectRefused()).isEmpty();
        await().until(() -> state().map(Room::subject).equals(Optional.of("Paper")));
    }

    private Optional<Reason> subjectRefused() {
        return kith.session()
                .rooms()
                .changeSubject(key, "Paper")
                .toCompletableFuture()
                .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join()
                .map(Refusal::reason);
    }

    private void join(String nick, String password) {
        var typed = Optional.of(password).filter(word -> !word.isEmpty());
        kith.session().rooms().join(key.account(), room, nick, typed);
    }

    private Reason awaitReason() {
        return await("refused")
                .atMost(PATIENCE)
                .until(this::reason, Optional::isPresent)
                .orElseThrow();
    }

    private Optional<Room> state() {
        return kith.session().rooms().room(key).get();
    }

    private Optional<Reason> reason() {
        return state().map(Room::state)
                .filter(RoomState.Refused.class::isInstance)
                .map(state -> ((RoomState.Refused) state).refusal().reason());
    }

    private String sentence() {
        return FxThread.call(
                () ->
                        new RoomGateView(model(), Texts.of(Locale.UK))
                                .getChildren().stream()
                                        .filter(RoomRefusalsTest::isSentence)
                                        .flatMap(RoomRefusalsTest::words)
                                        .collect(Collectors.joining()));
    }

    private static Stream<String> words(Node node) {
        return ((Parent) node)
                .getChildrenUnmodifiable().stream()
                        .filter(Text.class::isInstance)
                        .map(text -> ((Text) text).getText());
    }

    private static boolean isSentence(Node node) {
        return node.getStyleClass().contains("room-gate-sentence");
    }

    private Remedy remedy() {
        return model().remedyProperty().get();
    }

    /// Of the room as it is now.
    private RoomViewModel model() {
        var lane = new ImmediateLane();
        var now = state();
        return new RoomViewModel(
                now.orElseThrow(),
                new Cell<>(lane, now),
                new Cell<>(lane, List.of()),
                new RoomCommands(
                        (nick, password) -> {},
                        () -> {},
                        subject -> CompletableFuture.completedStage(Optional.empty())),
                lane);
    }
}
