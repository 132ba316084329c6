package kith.gallery;

import static kith.gallery.ConversationPictures.SHEETS;
import static kith.gallery.ConversationPictures.mirrored;
import static kith.gallery.ConversationPictures.person;

import javafx.scene.Parent;

import kith.model.Delivery;
import kith.model.MessageKey;
import kith.ui.chat.ChatViewModel;
import kith.ui.composer.Answering;
import kith.ui.timeline.Talk;

import org.junit.jupiter.api.Test;

import java.util.Optional;
import java.util.OptionalInt;

/// How messages look that answer others.
class RepliesGalleryTest {

    @Test
    void replies() {
        Snapshots.take("replies", 896, 620, () -> person(false, talk()), SHEETS);
    }

    @Test
    void repliesInNarrow() {
        Snapshots.take("replies-narrow", 360, 680, () -> person(true, talk()), SHEETS);
    }

    @Test
    void repliesMirrored() {
        Snapshots.take("replies-rtl", 896, 620, () -> mirrored(person(false, talk())), SHEETS);
    }

    @Test
    void repliesInARoom() {
        Snapshots.take("replies-room", 896, 480, RepliesGalleryTest::room, SHEETS);
    }

    /// One is being answered.
    @Test
    void aReplyThatIsBegun() {
        Snapshots.take("reply-begun", 896, 620, () -> person(false, talk(), this::reply), SHEETS);
    }

    private void reply(ChatViewModel model) {
        var answered = new MessageKey(5);
        var words = "شكرًا يا مارا! هل نطبع 200 نسخة أم 250؟";
        model.composer().reply(new Answering(answered, Optional.of("Layla Haddad"), words));
        model.composer().draftProperty().set("Yes please");
    }

    private static Talk talk() {
        return new Talk("layla@hearth.example")
                .theirs("09:04", "The Arabic proof is back, and the colours are spot on 🎉")
                .mine("09:07", "That was quick! How is the inner margin?", Delivery.READ)
                .theirs("09:12", "4 mm to spare on every side")
                .mine("09:20", "Lovely. I’ll sign it off before lunch.", Delivery.DELIVERED)
                .theirs("09:22", "شكرًا يا مارا! هل نطبع 200 نسخة أم 250؟")
                .mine("09:24", "250", Delivery.DELIVERED)
                .theirs("09:25", "Found it, thanks")
                .mine(
                        "09:27",
                        "A long answer, which takes more than one line where there is little room,"
                                + " to something that isn’t short itself",
                        Delivery.QUEUED)
                .answer(2, OptionalInt.of(1))
                .answer(3, OptionalInt.of(2))
                .answer(4, OptionalInt.of(0))
                .answer(5, OptionalInt.of(4))
                .answer(6, OptionalInt.empty())
                .answer(7, OptionalInt.of(3));
    }

    private static Parent room() {
        var talk =
                new Talk("print@rooms.hearth.example")
                        .from("Priya", "09:20", "@Mara can you unlock the studio?")
                        .from("Tom", "09:21", "The riso is free from ten on")
                        .mine("09:22", "Yes, I have the keys.", Delivery.ON_SERVER)
                        .from("Priya", "09:24", "🎉")
                        .from("Priya", "09:24", "See you there")
                        .answer(2, OptionalInt.of(0))
                        .answer(3, OptionalInt.of(2))
                        .answer(4, OptionalInt.of(1));
        return ConversationPictures.room(talk);
    }
}
