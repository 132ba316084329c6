package kith.gallery;

import static kith.gallery.ConversationPictures.SHEETS;
import static kith.gallery.ConversationPictures.mirrored;
import static kith.gallery.ConversationPictures.person;

import javafx.scene.Parent;

import kith.model.Availability;
import kith.model.Delivery;
import kith.model.Moderation;
import kith.model.Occupant;
import kith.model.Presence;
import kith.model.Refusal;
import kith.model.Room;
import kith.model.RoomState;
import kith.ui.timeline.Talk;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Messages that were taken back, or are to be.
class RetractionsGalleryTest {

    @Test
    void retractions() {
        Snapshots.take("retractions", 896, 560, () -> person(false, talk()), SHEETS);
    }

    @Test
    void retractionsInANarrowWindow() {
        Snapshots.take("retractions-narrow", 480, 620, () -> person(true, talk()), SHEETS);
    }

    @Test
    void retractionsMirrored() {
        Snapshots.take("retractions-rtl", 896, 560, () -> mirrored(person(false, talk())), SHEETS);
    }

    @Test
    void retractionsInARoom() {
        Snapshots.take("retractions-room", 896, 520, RetractionsGalleryTest::room, SHEETS);
    }

    /// The last row, of somebody with a badge.
    @Test
    void aRetractionOfAnOwnerComesLast() {
        Snapshots.take("retractions-last", 896, 420, () -> ownersLast(12), SHEETS);
        Snapshots.take("retractions-only", 896, 420, () -> ownersLast(0), SHEETS);
    }

    private static Parent ownersLast(int before) {
        var talk = new Talk("print@rooms.hearth.example");
        for (int i = 0; i < before; i++) {
            talk.from("Tom", "09:%02d".formatted(10 + i), "Line " + (i + 1));
        }
        talk.from("Priya", "09:40", "a").retract(before, Optional.empty());
        var room =
                new Room(
                        talk.chat(),
                        "Harbour print co-op",
                        "Mara",
                        RoomState.JOINED,
                        "Riso night",
                        3);
        var owner =
                new Occupant(
                        "Priya",
                        Occupant.Role.MODERATOR,
                        Occupant.Affiliation.OWNER,
                        Optional.empty(),
                        new Presence(Availability.AVAILABLE, ""),
                        false);
        return ConversationPictures.room(talk, false, room, List.of(owner), List.of());
    }

    private static Talk talk() {
        return new Talk("layla@hearth.example")
                .theirs("09:04", "The Arabic proof is back, and the colours are spot on 🎉")
                .theirs("09:05", "a")
                .theirs("09:06", "Found it, thanks")
                .mine("09:07", "That was quick!", Delivery.READ)
                .mine("09:12", "b", Delivery.READ)
                .mine("09:20", "Lovely. I’ll sign it off before lunch.", Delivery.DELIVERED)
                .mine("09:22", "c", Delivery.DELIVERED)
                .theirs("09:24", "Which one?")
                .mine("09:27", "250", Delivery.DELIVERED)
                .answer(7, OptionalInt.of(4))
                .retract(1, Optional.empty())
                .retract(4, Optional.empty())
                .retracting(6, Delivery.QUEUED)
                .retracting(8, new Delivery.Failed(Refusal.of(Refusal.Reason.TIMED_OUT)));
    }

    private static Parent room() {
        var talk =
                new Talk("print@rooms.hearth.example")
                        .from("Priya", "09:20", "@Mara can you unlock the studio?")
                        .from("Émile", "09:21", "a")
                        .from("Émile", "09:22", "b")
                        .from("Tom", "09:23", "c")
                        .from("newcomer_7", "09:24", "d")
                        .mine("09:25", "Yes, I have the keys.", Delivery.ON_SERVER)
                        .retract(1, Optional.of(new Moderation("Priya", "off topic")))
                        .retract(2, Optional.empty())
                        .retract(3, Optional.of(new Moderation("", "")))
                        .retract(
                                4,
                                Optional.of(
                                        new Moderation(
                                                "Priya",
                                                "nobody here wants to buy anything, and least of"
                                                        + " all what can’t be delivered before the"
                                                        + " end of next year 🚫")));
        return ConversationPictures.room(talk);
    }
}
