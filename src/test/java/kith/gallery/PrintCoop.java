package kith.gallery;

import javafx.scene.Parent;

import kith.model.Chat;
import kith.model.Delivery;
import kith.model.Room;
import kith.model.RoomState;
import kith.ui.timeline.Talk;

import java.util.List;
import java.util.Optional;

/// The room of the Harbour print co-op, for pictures of it.
final class PrintCoop {

    private PrintCoop() {}

    static Talk talk() {
        return new Talk("print@rooms.hearth.example")
                .subject("Priya Natarajan", "08:40", "Riso night Thu 19:00")
                .from(
                        "Samuel Otieno",
                        "08:56",
                        "Morning all. Who left the guillotine unlocked last night?")
                .from("Henrik Dahl", "09:05", "Paper order closes on Friday. A3 Munken is back.")
                .from(
                        "Priya Natarajan",
                        "09:22",
                        "Riso night is on Thursday at 19:00. Teal is loaded 🧡")
                .from(
                        "Priya Natarajan",
                        "09:23",
                        "@Mara can you unlock the studio? I’m on the late train.")
                .mine(
                        "09:30",
                        "Yes, I have the keys. Doors open at half past six.",
                        Delivery.ON_SERVER)
                .unreadFromHere()
                .from("Tom Okafor", "09:32", "I’ll bring the spare drum and cake 🍰");
    }

    static Parent page(RoomState state, Talk talk, boolean withDetails) {
        return page("Harbour print co-op", state, talk, withDetails);
    }

    /// Nobody is seen in a room by those who aren't in it.
    static Parent page(String name, RoomState state, Talk talk, boolean withDetails) {
        return ConversationPictures.page(
                Chat.Kind.ROOM,
                name,
                talk,
                false,
                Optional.empty(),
                Optional.of(room(name, state)),
                state instanceof RoomState.Joined ? SampleOccupants.all() : List.of(),
                withDetails);
    }

    static Room room(String name, RoomState state) {
        return new Room(
                new Talk("print@rooms.hearth.example").chat(),
                name,
                "Mara",
                state,
                "Riso night Thu 19:00, paper order closes Friday",
                14);
    }
}
