package kith.gallery;

import static kith.gallery.ConversationPictures.SHEETS;
import static kith.gallery.ConversationPictures.mirrored;
import static kith.gallery.ConversationPictures.person;

import javafx.scene.Parent;

import kith.model.Author;
import kith.model.Delivery;
import kith.model.Refusal;
import kith.ui.timeline.Talk;

import org.junit.jupiter.api.Test;
import org.jxmpp.jid.impl.JidCreate;

import java.util.Optional;
import java.util.stream.IntStream;

/// How emoji look that people put to messages.
class ReactionsGalleryTest {

    private static final Author ME = author("mara@hearth.example", true);
    private static final Author LAYLA = author("layla@hearth.example", false);

    @Test
    void reactions() {
        Snapshots.take("reactions", 896, 620, () -> person(false, talk()), SHEETS);
    }

    @Test
    void reactionsInNarrow() {
        Snapshots.take("reactions-narrow", 360, 680, () -> person(true, talk()), SHEETS);
    }

    @Test
    void reactionsMirrored() {
        Snapshots.take("reactions-rtl", 896, 620, () -> mirrored(person(false, talk())), SHEETS);
    }

    @Test
    void reactionsInARoom() {
        Snapshots.take("reactions-room", 896, 480, ReactionsGalleryTest::room, SHEETS);
    }

    private static Talk talk() {
        var talk =
                new Talk("layla@hearth.example")
                        .theirs("09:04", "The Arabic proof is back, and the colours are spot on 🎉")
                        .mine("09:07", "That was quick! How is the inner margin?", Delivery.READ)
                        .theirs("09:12", "4 mm to spare on every side")
                        .theirs("09:12", "شكرًا يا مارا! هل نطبع 200 نسخة أم 250؟")
                        .mine("09:20", "Lovely. I’ll sign it off before lunch.", Delivery.DELIVERED)
                        .mine("09:21", "🎉", Delivery.DELIVERED)
                        .mine(
                                "09:27",
                                "This one did not go out",
                                new Delivery.Failed(Refusal.of(Refusal.Reason.TIMED_OUT)))
                        .react(0, "😍", LAYLA, ME)
                        .react(0, "👏", LAYLA)
                        .react(3, "👍🏽", ME)
                        .react(4, "❤️", LAYLA)
                        .react(5, "🎉", LAYLA, ME);
        IntStream.range(0, 12).forEach(i -> talk.react(1, Character.toString(0x1F40C + i), LAYLA));
        return talk;
    }

    private static Parent room() {
        var priya = author("print@rooms.hearth.example/Priya", false);
        var tom = author("print@rooms.hearth.example/Tom", false);
        var talk =
                new Talk("print@rooms.hearth.example")
                        .from("Priya", "09:20", "Who takes the Sunday slot?")
                        .from("Priya", "09:20", "The riso is free from ten on")
                        .mine("09:22", "Me, with two of the blue drums", Delivery.ON_SERVER)
                        .react(1, "👀", tom)
                        .react(2, "🎉", priya, tom, ME)
                        .react(2, "❤️", priya);
        return ConversationPictures.room(talk);
    }

    private static Author author(String address, boolean isMine) {
        return new Author(JidCreate.fromOrThrowUnchecked(address), Optional.empty(), isMine);
    }
}
