package kith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import kith.RunningKith.MemorySecrets;
import kith.lab.Fault;
import kith.lab.FaultPlan;
import kith.lab.FaultProxy;
import kith.lab.RoomPlan;
import kith.lab.ServerKind;
import kith.model.ChatKey;
import kith.model.Occupant;
import kith.model.Room;
import kith.model.RoomState;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.Optional;

/// Who leaves a room is out of it on all devices, as somebody else in it sees, and stays out.
@ParameterizedClass
@EnumSource
class StayingLeftTest extends FriendsFixture {

    StayingLeftTest(ServerKind kind) {
        super(kind, "left");
    }

    @Test
    void onBothDevicesAlsoAfterTheyStartAgain() {
        var bobs = user("Bob", bob, "bob");
        bobs.enter(room);
        var desk = user("Anna", anna, "desk");
        var lap = user("Anna", anna, "lap");
        desk.enter(room);
        lap.kith().awaitJoined(lap.chat(room));
        awaitSeen(bobs, true);

        lap.kith().session().rooms().leave(lap.chat(room));
        awaitLeft(desk.kith(), desk.chat(room));
        awaitSeen(bobs, false);

        desk.go();
        lap.go();
        desk.come();
        lap.come();
        var other = server().newRoomAddress("other");
        server().createRoom(RoomPlan.open(other, "other"));
        desk.enter(other);
        lap.kith().awaitJoined(lap.chat(other)); // by then both have read the bookmarks
        awaitLeft(desk.kith(), desk.chat(room));
        awaitLeft(lap.kith(), lap.chat(room));
        assertThat(isSeen(bobs)).isFalse();
    }

    /// A session that goes on has the user where they were when it was interrupted.
    @Test
    void alsoWhoLeftWhileTheConnectionWasInterrupted() {
        var bobs = user("Bob", bob, "bob");
        bobs.enter(room);
        try (var proxy = FaultProxy.endingTls(server(), FaultPlan.none());
                var hers = RunningKith.open(folder.resolve("lap"), server(), new MemorySecrets())) {
            var key = new ChatKey(hers.add(proxy.address(), anna), room);
            hers.session().rooms().join(key.account(), room, "Anna", Optional.empty());
            hers.awaitJoined(key);
            awaitSeen(bobs, true);
            proxy.refuse();
            proxy.breakAll(Fault.Break.RESET);
            await("the connection is lost")
                    .atMost(RunningKith.PATIENCE)
                    .until(() -> !isOnline(hers));
            hers.session().rooms().leave(key);
            awaitLeft(hers, key);
            assertThat(isSeen(bobs)).as("the server keeps the session").isTrue();
            proxy.accept();
            awaitSeen(bobs, false);
            awaitLeft(hers, key);
        }
    }

    private static boolean isOnline(RunningKith kith) {
        return kith.session().accounts().accounts().get().getFirst().connection().isOnline();
    }

    private void awaitSeen(KithUser bobs, boolean isSeen) {
        await("Anna is seen: " + isSeen)
                .atMost(RunningKith.PATIENCE)
                .until(() -> isSeen(bobs) == isSeen);
    }

    private boolean isSeen(KithUser bobs) {
        return bobs.kith().session().rooms().occupants(bobs.chat(room)).get().stream()
                .map(Occupant::nick)
                .anyMatch("Anna"::equals);
    }

    private static void awaitLeft(RunningKith kith, ChatKey room) {
        await("out of it")
                .atMost(RunningKith.PATIENCE)
                .until(
                        () ->
                                kith.session()
                                        .rooms()
                                        .room(room)
                                        .get()
                                        .map(Room::state)
                                        .filter(RoomState.Left.class::isInstance)
                                        .isPresent());
    }
}
