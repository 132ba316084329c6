package kith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import kith.RunningKith.MemorySecrets;
import kith.lab.LabAccount;
import kith.lab.RoomPlan;
import kith.lab.ServerKind;
import kith.lab.ServerProfile;
import kith.lab.XmppServer;
import kith.model.AccountId;
import kith.model.Answer;
import kith.model.ChatKey;
import kith.model.FoundRoom;
import kith.model.Refusal;
import kith.model.Refusal.Reason;
import kith.model.Room;
import kith.model.RoomTraits.Trait;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.jxmpp.jid.DomainBareJid;
import org.jxmpp.jid.EntityBareJid;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/// Finding rooms of real servers, and what these say of them before and after one is entered
/// (XEP-0045 §6, §7.10, §7.12).
@ParameterizedClass
@EnumSource
class BrowseRoomsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir Path folder;

    private final XmppServer server;
    private final LabAccount alice;
    private final EntityBareJid room;
    private RunningKith kith;
    private AccountId account;

    BrowseRoomsTest(ServerKind kind) {
        server = kind.shared(ServerProfile.NORMAL);
        alice = server.newAccount("alice");
        room = server.newRoomAddress("den");
    }

    @BeforeEach
    void signIn() {
        kith = RunningKith.open(folder, server, new MemorySecrets());
        account = kith.add(server, alice);
        await().atMost(PATIENCE).until(this::isAnswering);
    }

    @AfterEach
    void signOut() {
        kith.close();
    }

    @Test
    void theServersRoomsAreFoundWithoutAnAddress() {
        server.createRoom(RoomPlan.open(room, "The den"));
        assertThat(services(Optional.empty())).contains(room.asDomainBareJid());
        assertThat(services(Optional.of(room.asDomainBareJid())))
                .containsExactly(room.asDomainBareJid());
        assertThat(all(room.asDomainBareJid()))
                .as("ejabberd adds how many people are in it")
                .anyMatch(each -> each.address().equals(room) && each.name().startsWith("The den"));
    }

    @Test
    void aRoomSaysWhatItIs() {
        server.createRoom(RoomPlan.open(room, "The den").withPassword("sesame"));
        var described = given(kith.session().roomServices().directory().describe(account, room));
        assertThat(described.name()).isEqualTo("The den");
        assertThat(described.traits().orElseThrow().is(Trait.PASSWORD)).isTrue();
        assertThat(described.traits().orElseThrow().is(Trait.MEMBERS_ONLY)).isFalse();
    }

    @Test
    void aRoomThatIsNotThereIsNotFound() {
        assertThat(
                        refusal(kith.session().roomServices().directory().describe(account, room))
                                .reason())
                .isEqualTo(Reason.NOT_FOUND);
    }

    @Test
    void aRoomThatWeAreInIsKnown() {
        server.createRoom(RoomPlan.open(room, "The den"));
        var key = new ChatKey(account, room);
        kith.session().rooms().join(account, room, "Alice", Optional.empty());
        kith.awaitJoined(key);
        await().atMost(PATIENCE)
                .until(
                        () ->
                                kith.session()
                                        .rooms()
                                        .room(key)
                                        .get()
                                        .map(Room::traits)
                                        .filter(
                                                it ->
                                                        it.is(Trait.SEMI_ANONYMOUS)
                                                                || it.is(Trait.NON_ANONYMOUS))
                                        .isPresent());
    }

    @Test
    void aRoomForMembersAnswersWhoWantsToBeOne() {
        server.createRoom(RoomPlan.open(room, "The den").onlyFor(server.newAccount("bob").jid()));
        var key = new ChatKey(account, room);
        var answer = ended(kith.session().roomServices().membership().form(key));
        if (answer instanceof Answer.Refused<?>(Refusal refusal)) {
            assertThat(refusal.reason())
                    .isIn(
                            Reason.NOT_ALLOWED,
                            Reason.FORBIDDEN,
                            Reason.MEMBERS_ONLY,
                            Reason.UNAVAILABLE,
                            Reason.NOT_SUPPORTED);
        } else {
            assertThat(answer.given().orElseThrow().nick()).isEmpty();
        }
    }

    @Test
    void aRoomKeepsNoNickOfWhomItDoesNotKnow() {
        server.createRoom(RoomPlan.open(room, "The den"));
        var answer = ended(kith.session().roomServices().directory().reservedNick(account, room));
        assertThat(answer.given().flatMap(it -> it)).isEmpty();
    }

    private boolean isAnswering() {
        return ended(kith.session().roomServices().directory().services(account, Optional.empty()))
                .given()
                .isPresent();
    }

    private List<DomainBareJid> services(Optional<DomainBareJid> where) {
        return given(kith.session().roomServices().directory().services(account, where));
    }

    private List<FoundRoom> all(DomainBareJid service) {
        var found = new ArrayList<FoundRoom>();
        var after = Optional.<String>empty();
        do {
            var page =
                    given(kith.session().roomServices().directory().rooms(account, service, after));
            found.addAll(page.rooms());
            after = page.next();
        } while (after.isPresent());
        return found;
    }

    private static <T> T given(CompletionStage<Answer<T>> stage) {
        return ended(stage).given().orElseThrow();
    }

    private static Refusal refusal(CompletionStage<? extends Answer<?>> stage) {
        return ((Answer.Refused<?>) ended(stage)).refusal();
    }

    private static <T> T ended(CompletionStage<T> stage) {
        return stage.toCompletableFuture().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }
}
