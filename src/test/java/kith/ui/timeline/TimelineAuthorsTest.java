package kith.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import kith.base.Cell;
import kith.model.Availability;
import kith.model.Delivery;
import kith.model.Occupant;
import kith.model.Occupant.Affiliation;
import kith.model.Occupant.Role;
import kith.model.Presence;
import kith.model.Room;
import kith.model.RoomState;

import org.junit.jupiter.api.Test;
import org.jxmpp.jid.impl.JidCreate;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// The faces and names of those who write: as the room has them now, and no face in a chat with one
/// person.
class TimelineAuthorsTest extends TimelineViewModelFixture {

    private final Cell<Optional<Room>> ownRoom = new Cell<>(lane, Optional.empty());

    @Test
    void facesFollowTheRoom() {
        var room = new Talk("print@rooms.example").from("Priya", "09:00", "a");
        var occupants = new Cell<List<Occupant>>(lane, List.of());
        var model = model(room, occupants);
        assertThat(bubble(model, 2).face().orElseThrow().colorKey()).isEqualTo("Priya");
        assertThat(bubble(model, 2).face().orElseThrow().presence()).isEqualTo(Presence.UNKNOWN);
        lane.execute(() -> occupants.set(List.of(priya())));
        var face = bubble(model, 2).face().orElseThrow();
        assertThat(face.colorKey()).isEqualTo("priya@hearth.example");
        assertThat(face.affiliation()).contains(Affiliation.OWNER);
        assertThat(face.presence().availability()).isEqualTo(Availability.AWAY);
    }

    /// What was written here has our own address as its author.
    @Test
    void inARoomTheUserIsCalledWhatTheyAreCalledThere() {
        var print =
                new Talk("print@rooms.example")
                        .from("Priya", "09:00", "a")
                        .mine("09:01", "/me waves", Delivery.ON_SERVER);
        var model = model(print, new Cell<>(lane, List.of()));
        assertThat(bubble(model, 3).author()).isEmpty();
        lane.execute(() -> ownRoom.set(Optional.of(room(print, "Bob"))));
        assertThat(bubble(model, 3).author()).isEqualTo("Bob");
        lane.execute(() -> ownRoom.set(Optional.of(room(print, "Robert"))));
        assertThat(bubble(model, 3).author()).isEqualTo("Robert");
    }

    @Test
    void inAChatWithOnePersonNobodyNeedsAFace() {
        talk.theirs("09:00", "a");
        assertThat(bubble(model(), 2).face()).isEmpty();
    }

    private TimelineViewModel model(Talk of, Cell<List<Occupant>> occupants) {
        return model(of, Optional.of(new TimelineRoom(ownRoom, occupants, _ -> OptionalInt.of(0))));
    }

    private static Room room(Talk of, String nick) {
        return new Room(of.chat(), "Print", nick, RoomState.LEFT, "", 0);
    }

    private static Occupant priya() {
        return new Occupant(
                "Priya",
                Role.MODERATOR,
                Affiliation.OWNER,
                Optional.of(JidCreate.bareFromOrThrowUnchecked("priya@hearth.example")),
                new Presence(Availability.AWAY, ""),
                false);
    }
}
