package kith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import kith.lab.HeardCodes;
import kith.lab.LabAccount;
import kith.lab.LabUser;
import kith.lab.RoomPlan;
import kith.lab.Sends;
import kith.lab.ServerKind;
import kith.lab.ServerProfile;
import kith.lab.XmppServer;
import kith.model.Chat;
import kith.model.Delivery;
import kith.model.Refusal;
import kith.model.RoomState;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.jxmpp.jid.EntityBareJid;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// Rooms of real servers that go without a word to us (XEP-0410): for good, or with the service
/// that has them, which comes back while the server goes on (F32).
@ParameterizedClass
@EnumSource
class LostRoomsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int FASTER = 5;

    @TempDir Path folder;

    /// The server is ours: the service is taken from under everybody in it.
    private final XmppServer server;

    private final LabAccount alice;
    private final EntityBareJid room;
    private KithUser hers;

    LostRoomsTest(ServerKind kind) {
        server = kind.start(ServerProfile.NORMAL);
        alice = server.newAccount("alice");
        room = server.newRoomAddress("den");
    }

    @BeforeEach
    void enter() {
        server.createRoom(RoomPlan.open(room, "The den"));
        hers = user("Alice", alice);
        hers.come();
        hers.enter(room);
    }

    @AfterEach
    void end() {
        hers.close();
        server.close();
    }

    /// What is written then is kept, and goes out in the room that the user makes in its place.
    @Test
    void aRoomThatIsNoMoreIsSaidToBeAndNotMadeAnew() {
        say("before");
        hers.kith().awaitTexts(hers.chat(room), 1);
        server.vanishRoom(room);
        say("where are you all?");
        await("out")
                .atMost(PATIENCE)
                .until(
                        () ->
                                state(hers) instanceof RoomState.Refused(Refusal refusal)
                                        && refusal.reason() == Refusal.Reason.NOT_FOUND);
        assertThat(hers.kith().texts(hers.chat(room)).getLast().delivery())
                .isInstanceOf(Delivery.Queued.class);
        hers.enter(room);
        await("it").atMost(PATIENCE).until(() -> hers.kith().hasSettled(hers.chat(room), 2));
        assertThat(hers.kith().bodies(hers.chat(room)))
                .containsExactly("before", "where are you all?");
        assertThat(server.archiveOf(room))
                .extracting(it -> it.body())
                .containsOnlyOnce("where are you all?");
    }

    /// Prosody says nothing to anybody; ejabberd puts everybody out.
    @Test
    @Sends(ejabberd = "332")
    void aServiceThatWasAwayHasAllThatWasWrittenOnce(TestInfo test) {
        try (var carol = LabUser.signIn(server, server.newAccount("carol"));
                var his = user("Bob", server.newAccount("bob"))) {
            var codes = HeardCodes.of(carol);
            carol.join(room, "Carol");
            his.come();
            his.enter(room);
            say("one");
            hers.kith().awaitTexts(hers.chat(room), 1);
            his.kith().awaitTexts(his.chat(room), 1);

            server.stopRooms();
            say("two");
            his.kith().say(his.chat(room), Chat.Kind.ROOM, "three");
            server.startRooms();
            say("four");
            for (var each : List.of(hers, his)) {
                await(each.name() + " is back")
                        .atMost(PATIENCE)
                        .untilAsserted(
                                () -> {
                                    each.kith().session().rooms().looking(each.chat(room));
                                    assertThat(each.kith().hasSettled(each.chat(room), 4))
                                            .as(
                                                    "%s %s",
                                                    state(each), each.kith().texts(each.chat(room)))
                                            .isTrue();
                                });
                each.kith().awaitJoined(each.chat(room));
                assertThat(each.kith().bodies(each.chat(room)))
                        .containsExactlyInAnyOrder("one", "two", "three", "four")
                        .containsSubsequence("one", "two", "four")
                        .containsSubsequence("one", "three");
                assertThat(each.kith().texts(each.chat(room)))
                        .noneMatch(it -> it.delivery() instanceof Delivery.Failed);
            }
            codes.assertSent(test.getTestMethod().orElseThrow(), server.kind());
            assertThat(server.archiveOf(room))
                    .extracting(it -> it.body())
                    .filteredOn(body -> !body.isEmpty())
                    .containsExactlyInAnyOrder("one", "two", "three", "four");
        }
    }

    /// Somebody who lets a room be for a while before they try again, which is over sooner here.
    private KithUser user(String name, LabAccount account) {
        return new KithUser(
                name, server, account, folder.resolve(name), timer -> new FastTime(timer, FASTER));
    }

    private void say(String words) {
        hers.kith().say(hers.chat(room), Chat.Kind.ROOM, words);
    }

    private RoomState state(KithUser user) {
        return user.kith().session().rooms().room(user.chat(room)).get().orElseThrow().state();
    }
}
