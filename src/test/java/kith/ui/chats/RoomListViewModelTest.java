package kith.ui.chats;

import static org.assertj.core.api.Assertions.assertThat;

import kith.gallery.SampleViewModels;
import kith.gallery.SampleWorld;
import kith.model.Room;
import kith.model.RoomState;

import org.junit.jupiter.api.Test;

import java.util.List;

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

    private static Room room(String name, RoomState state) {
        return new Room(
                SampleWorld.key(name + "@rooms.hearth.example"), name, "Mara", state, "", 0);
    }
}
