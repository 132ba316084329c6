package kith.gallery;

import static kith.gallery.ConversationPictures.SHEETS;
import static kith.gallery.ConversationPictures.mirrored;

import javafx.scene.Parent;

import kith.model.Chat;
import kith.model.Confidant;
import kith.model.Delivery;
import kith.model.Occupant;
import kith.model.Occupant.Affiliation;
import kith.model.Occupant.Role;
import kith.model.Presence;
import kith.model.Refusal;
import kith.model.Refusal.Reason;
import kith.model.Room;
import kith.model.RoomState;
import kith.ui.chat.ChatViewModel;
import kith.ui.timeline.Talk;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// How it looks where something in a room is for one person alone.
class PrivateGalleryTest {

    @Test
    void privately() {
        Snapshots.take("private", 896, 620, () -> room(false, _ -> {}), SHEETS);
        Snapshots.take("private-narrow", 360, 640, () -> room(true, _ -> {}), SHEETS);
        Snapshots.take("private-rtl", 896, 620, () -> mirrored(room(false, _ -> {})), SHEETS);
    }

    @Test
    void writingToOne() {
        Snapshots.take(
                "private-begun",
                896,
                620,
                () -> room(false, model -> whisper(model, "Priya", "Have you the keys?")),
                SHEETS);
        Snapshots.take(
                "private-begun-narrow",
                360,
                640,
                () -> room(true, model -> whisper(model, "Priya", "Have you the keys?")),
                SHEETS);
        Snapshots.take(
                "private-begun-rtl",
                896,
                620,
                () -> mirrored(room(false, model -> whisper(model, "Priya", "المفاتيح معك؟"))),
                SHEETS);
    }

    @Test
    void whoHasGone() {
        Snapshots.take(
                "private-gone",
                896,
                620,
                () ->
                        room(
                                false,
                                model -> {
                                    whisper(model, "Samuel", "Are you still there?");
                                    model.composer().send();
                                }),
                SHEETS);
    }

    private static void whisper(ChatViewModel model, String nick, String words) {
        model.composer().whisper(new Confidant(nick), OptionalInt.empty());
        var begun = model.composer().draftProperty().get();
        model.composer().draftProperty().set(begun + words);
    }

    private static Parent room(boolean isNarrow, Consumer<ChatViewModel> begin) {
        var talk =
                new Talk("print@rooms.hearth.example")
                        .from("Priya", "09:20", "@Mara can you unlock the studio?")
                        .from("Tom", "09:21", "The riso is free from ten on")
                        .mine("09:22", "Yes, I have the keys.", Delivery.ON_SERVER)
                        .fromPrivately("Priya", "09:24", "Tom still owes us for the last run")
                        .fromPrivately("Priya", "09:24", "Shall I tell him?")
                        .from("Priya", "09:25", "🎉")
                        .minePrivately(
                                "Priya",
                                "09:26",
                                "Better wait until the new drum is paid for, which takes another"
                                        + " week or two",
                                Delivery.ON_SERVER)
                        .mine("09:27", "See you there", Delivery.ON_SERVER)
                        .minePrivately(
                                "Samuel",
                                "09:28",
                                "Are you coming, too?",
                                new Delivery.Failed(Refusal.of(Reason.NOT_FOUND)));
        var people = Stream.of("Priya", "Tom", "Mara").map(PrivateGalleryTest::occupant).toList();
        var name = "Harbour print co-op";
        return ConversationPictures.page(
                Chat.Kind.ROOM,
                name,
                talk,
                isNarrow,
                Optional.empty(),
                Optional.of(new Room(talk.chat(), name, "Mara", RoomState.JOINED, "Riso night", 3)),
                people,
                List.of(),
                false,
                begin);
    }

    private static Occupant occupant(String nick) {
        return new Occupant(
                nick,
                Role.PARTICIPANT,
                Affiliation.NONE,
                Optional.empty(),
                Presence.AVAILABLE,
                nick.equals("Mara"));
    }
}
