package kith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import kith.lab.ServerKind;
import kith.model.ChatKey;
import kith.model.NewRoom;
import kith.model.NewRoom.Kind;
import kith.model.NewRoom.Trait;
import kith.model.Occupant;
import kith.model.Refusal;
import kith.model.Room;
import kith.model.RoomMaking;
import kith.model.RoomSettings;
import kith.model.RoomState;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/// Rooms that are made at a real server (XEP-0045 §10.1), and who gets into them.
@ParameterizedClass
@EnumSource
class MakingRoomsTest extends FriendsFixture {

    private final boolean keepsTombstones;

    MakingRoomsTest(ServerKind kind) {
        super(kind, "making");
        keepsTombstones = kind == ServerKind.PROSODY;
    }

    @Test
    void aPrivateGroupLetsNobodyInWhoIsNoMember() throws Exception {
        var annas = user("Anna", anna, "anna");
        var bobs = user("Bob", bob, "bob");
        var made = (RoomMaking.Made) make(annas, Kind.PRIVATE_GROUP, "Family ties", "");
        assertThat(made.missing()).isEmpty();
        annas.kith().awaitJoined(made.room());
        assertThat(me(annas, made.room())).isEqualTo(Occupant.Affiliation.OWNER);
        assertThat(made.room().peer().getLocalpartOrNull().toString()).hasSize(20);
        awaitName(annas, made.room(), "Family ties");
        join(bobs, made.room());
        assertThat(awaitRefusal(bobs, made.room())).isEqualTo(Refusal.Reason.MEMBERS_ONLY);

        annas.go();
        annas.come();
        annas.kith().awaitJoined(made.room()); // it is there still with nobody in it
        join(bobs, made.room());
        assertThat(awaitRefusal(bobs, made.room())).isEqualTo(Refusal.Reason.MEMBERS_ONLY);
    }

    @Test
    void aPublicChannelLetsEveryoneInAndIsNotMadeTwice() throws Exception {
        var annas = user("Anna", anna, "anna");
        var bobs = user("Bob", bob, "bob");
        var word = server().newRoomAddress("bees").getLocalpart().toString();
        var made = (RoomMaking.Made) make(annas, Kind.PUBLIC_CHANNEL, "Bees", word);
        assertThat(made.missing()).isEqualTo(Set.<Trait>of());
        assertThat(made.room().peer().getLocalpartOrNull()).hasToString(word);
        join(bobs, made.room());
        bobs.kith().awaitJoined(bobs.chat(made.room().peer()));
        awaitName(bobs, made.room(), "Bees");
        var again = (RoomMaking.Failed) make(bobs, Kind.PUBLIC_CHANNEL, "Mine", word);
        assertThat(again.cause()).isEqualTo(RoomMaking.Cause.TAKEN);
    }

    @Test
    void aRoomThatIsThereIsNotEntered() throws Exception {
        var annas = user("Anna", anna, "anna");
        var bobs = user("Bob", bob, "bob");
        annas.enter(room);
        var word = room.getLocalpart().toString();
        var failed = (RoomMaking.Failed) make(bobs, Kind.PUBLIC_CHANNEL, "Mine", word);
        assertThat(failed.cause()).isEqualTo(RoomMaking.Cause.TAKEN);
        assertThat(bobs.kith().session().rooms().room(bobs.chat(room)).get()).isEmpty();
        assertThat(annas.kith().session().rooms().occupants(annas.chat(room)).get())
                .extracting(Occupant::nick)
                .containsExactly("Anna");
    }

    /// A new room is locked until its owner says what it is to be like (§10.1.2).
    @Test
    void aRoomThatIsMadeByEnteringItLetsOthersIn() throws Exception {
        var annas = user("Anna", anna, "anna");
        var bobs = user("Bob", bob, "bob");
        annas.enter(server().newRoomAddress("bees"));
        var made = annas.kith().session().rooms().rooms().get().getLast().key();
        assertThat(me(annas, made)).isEqualTo(Occupant.Affiliation.OWNER);
        join(bobs, made);
        bobs.kith().awaitJoined(bobs.chat(made.peer()));
    }

    @Test
    void anOwnerSetsARoomUpAgain() throws Exception {
        var annas = user("Anna", anna, "anna");
        var bobs = user("Bob", bob, "bob");
        var word = server().newRoomAddress("bees").getLocalpart().toString();
        var room = ((RoomMaking.Made) make(annas, Kind.PUBLIC_CHANNEL, "Bees", word)).room();
        join(bobs, room);
        bobs.kith().awaitJoined(bobs.chat(room.peer()));
        var owners = annas.kith().session().roomServices().owners();
        var form = ((RoomSettings.Form) get(owners.settings(room))).form();
        assertThat(form.field("muc#roomconfig_roomname").orElseThrow().value()).isEqualTo("Bees");
        assertThat(get(owners.set(room, form.with("muc#roomconfig_roomname", "Bees & trees"))))
                .isEmpty();
        awaitName(bobs, room, "Bees & trees");
        awaitName(annas, room, "Bees & trees");
        var again = ((RoomSettings.Form) get(owners.settings(room))).form();
        assertThat(again.values())
                .isEqualTo(form.with("muc#roomconfig_roomname", "Bees & trees").values());

        var bobsOwners = bobs.kith().session().roomServices().owners();
        var key = bobs.chat(room.peer());
        assertThat(((RoomSettings.Refused) get(bobsOwners.settings(key))).refusal().reason())
                .isEqualTo(Refusal.Reason.FORBIDDEN);
        assertThat(get(bobsOwners.destroy(key, "", Optional.empty())).map(Refusal::reason))
                .contains(Refusal.Reason.FORBIDDEN);
    }

    @Test
    void aRoomThatEndsTellsWhyAndWhereToGo() throws Exception {
        var annas = user("Anna", anna, "anna");
        var bobs = user("Bob", bob, "bob");
        var word = server().newRoomAddress("bees").getLocalpart().toString();
        var made = ((RoomMaking.Made) make(annas, Kind.PUBLIC_CHANNEL, "Bees", word)).room();
        join(bobs, made);
        bobs.kith().awaitJoined(bobs.chat(made.peer()));
        var owners = annas.kith().session().roomServices().owners();
        assertThat(get(owners.destroy(made, "Winter is here", Optional.of(room)))).isEmpty();
        for (var user : List.of(annas, bobs)) {
            var removed =
                    await(user.name() + " is out")
                            .atMost(RunningKith.PATIENCE)
                            .until(() -> removed(user, made), Optional::isPresent)
                            .orElseThrow();
            assertWinter(removed);
        }
        var cleos = user("Cleo", server().newAccount("cleo"), "cleo");
        join(cleos, made);
        if (keepsTombstones) {
            assertWinter(
                    await("Cleo, who comes after it ended, is told")
                            .atMost(RunningKith.PATIENCE)
                            .until(() -> removed(cleos, made), Optional::isPresent)
                            .orElseThrow());
        } else {
            cleos.kith().awaitJoined(cleos.chat(made.peer())); // that is another of the same name
        }
    }

    private void assertWinter(RoomState.Removed removed) {
        assertThat(removed.cause()).isEqualTo(RoomState.Cause.DESTROYED);
        assertThat(removed.reason()).isEqualTo("Winter is here");
        assertThat(removed.alternative()).contains(room);
    }

    private static Optional<RoomState.Removed> removed(KithUser user, ChatKey room) {
        return room(user, room)
                .map(Room::state)
                .filter(RoomState.Removed.class::isInstance)
                .map(RoomState.Removed.class::cast);
    }

    private static <T> T get(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(RunningKith.PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    private static RoomMaking make(KithUser user, Kind kind, String name, String localpart)
            throws Exception {
        return user.kith()
                .session()
                .roomServices()
                .makings()
                .make(
                        user.chat(user.address()).account(),
                        new NewRoom(kind, name, "What it is about", localpart, user.name()))
                .outcome()
                .toCompletableFuture()
                .get(RunningKith.PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    private static void join(KithUser user, ChatKey room) {
        var key = user.chat(room.peer());
        user.kith()
                .session()
                .rooms()
                .join(key.account(), key.peer(), user.name(), Optional.empty());
    }

    private static Refusal.Reason awaitRefusal(KithUser user, ChatKey room) {
        return await("refused")
                .atMost(RunningKith.PATIENCE)
                .until(() -> refusal(user, room), Optional::isPresent)
                .orElseThrow();
    }

    private static Optional<Refusal.Reason> refusal(KithUser user, ChatKey room) {
        return room(user, room)
                .map(Room::state)
                .filter(RoomState.Refused.class::isInstance)
                .map(state -> ((RoomState.Refused) state).refusal().reason());
    }

    private static void awaitName(KithUser user, ChatKey room, String name) {
        await("its name is " + name)
                .atMost(RunningKith.PATIENCE)
                .until(() -> room(user, room).map(Room::name).equals(Optional.of(name)));
    }

    private static Optional<Room> room(KithUser user, ChatKey room) {
        return user.kith().session().rooms().room(user.chat(room.peer())).get();
    }

    private static Occupant.Affiliation me(KithUser user, ChatKey room) {
        return user.kith().session().rooms().occupants(room).get().stream()
                .filter(Occupant::isMe)
                .map(Occupant::affiliation)
                .findFirst()
                .orElseThrow();
    }
}
