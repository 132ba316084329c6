package kith.ui.chats;

import static org.assertj.core.api.Assertions.assertThat;

import kith.gallery.SampleViewModels;
import kith.gallery.SampleWorld;
import kith.model.Room;
import kith.model.RoomState;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;

class RoomListViewModelTest {

    private final SampleWorld world = SampleWorld.full();
    private final SampleViewModels viewModels = new SampleViewModels(world);
    private final RoomListViewModel rooms = viewModels.rooms();

    @Test
    void roomsTheUserIsInComeFirstThenByName() {
        world.set(
                world.rooms,
                List.of(
                        room("Zebra", RoomState.JOINED),
                        room("apple", RoomState.LEFT),
                        room("Äpfel", RoomState.JOINING)));
        assertThat(rooms.rows().stream().map(row -> row.room().name()))
                .containsExactly("Äpfel", "Zebra", "apple");
    }

    @Test
    void theFilterNarrows() {
        rooms.filterProperty().set("strassen");
        assertThat(rooms.rows()).isEmpty();
        rooms.filterProperty().set("fest");
        assertThat(rooms.rows()).hasSize(1);
    }

    @Test
    void openingARoomOpensItsTab() {
        rooms.openFirst();
        assertThat(viewModels.commands()).containsExactly("open ROOM print@rooms.hearth.example");
    }

    @Test
    void aRoomThatWasNeverEnteredCanBeTakenOut() {
        var den = room("Den", RoomState.LEFT);
        world.set(world.rooms, List.of(room("Zebra", RoomState.LEFT), den));
        world.set(world.neverEntered, Set.of(den.key()));
        assertThat(rooms.rows().stream().map(RoomRow::isNew)).containsExactly(true, false);
        rooms.forget(rooms.rows().getFirst());
        assertThat(viewModels.commands()).containsExactly("forget den@rooms.hearth.example");
        world.set(world.neverEntered, Set.of());
        assertThat(rooms.rows().stream().map(RoomRow::isNew)).containsOnly(false);
    }

    private static Room room(String name, RoomState state) {
        return new Room(
                SampleWorld.key(name + "@rooms.hearth.example"), name, "Mara", state, "", 0);
    }
}
