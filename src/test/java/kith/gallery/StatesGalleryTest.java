package kith.gallery;

import static kith.gallery.ConversationPictures.SHEETS;
import static kith.gallery.ConversationPictures.mirrored;
import static kith.gallery.ConversationPictures.person;

import javafx.scene.Parent;

import kith.model.Author;
import kith.model.Delivery;
import kith.model.Moderation;
import kith.model.Refusal;
import kith.ui.timeline.Talk;

import org.junit.jupiter.api.Test;
import org.jxmpp.jid.impl.JidCreate;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Every kind of row and every state of a message, beside each other.
class StatesGalleryTest {

    private static final Author ME = author("mara@hearth.example", true);
    private static final Author LAYLA = author("layla@hearth.example", false);
    private static final Author TOM = author("print@rooms.hearth.example/Tom", false);

    @Test
    void states() {
        Snapshots.take("states", 896, 1560, () -> person(false, talk()), SHEETS);
    }

    @Test
    void statesInANarrowWindow() {
        Snapshots.take("states-narrow", 480, 1760, () -> person(true, talk()), SHEETS);
    }

    @Test
    void statesMirrored() {
        Snapshots.take("states-rtl", 896, 1560, () -> mirrored(person(false, talk())), SHEETS);
    }

    @Test
    void statesInARoom() {
        Snapshots.take("states-room", 896, 1240, StatesGalleryTest::room, SHEETS);
    }

    @Test
    void aLongOne() {
        Snapshots.take("states-folded", 896, 760, () -> person(false, longOne()), SHEETS);
    }

    private static Talk longOne() {
        var lines =
                IntStream.rangeClosed(1, 40)
                        .mapToObj(line -> "Line " + line + " of what was pasted")
                        .collect(Collectors.joining("\n"));
        return new Talk("layla@hearth.example").theirs("09:30", lines);
    }

    private static Talk talk() {
        return new Talk("layla@hearth.example")
                .notAtStart()
                .on(Talk.TODAY.minusDays(1))
                .theirs("18:40", "Last of yesterday")
                .on(Talk.TODAY)
                .mine("09:00", "Waiting for a connection", Delivery.QUEUED)
                .mine("09:00", "Under way", Delivery.SENDING)
                .mine("09:01", "On the server", Delivery.ON_SERVER)
                .mine("09:01", "Delivered", Delivery.DELIVERED)
                .mine("09:02", "Read", Delivery.READ)
                .mine(
                        "09:02",
                        "This one did not go out",
                        new Delivery.Failed(Refusal.of(Refusal.Reason.TIMED_OUT)))
                .theirs("09:10", "First of a group, with *bold*, _leaning_, ~struck~ and `code`")
                .theirs("09:10", "https://print.example/proofs and xmpp:print@rooms.hearth.example")
                .theirs("09:11", "> What was asked\nwhat is said to it")
                .theirs(
                        "09:11",
                        "```java\nvar proofs = printer.all();\nproofs.forEach(this::sign);\n```")
                .theirs("09:12", "/me waves from the ferry")
                .theirs("09:12", "🎉🐢")
                .theirs("09:13", "شكرًا يا مارا! هل نطبع 200 نسخة أم 250؟")
                .mine("09:20", "Changed since", Delivery.READ)
                .mine("09:21", "Nice work 🎉", Delivery.READ)
                .mine("09:22", "a", Delivery.READ)
                .theirs("09:24", "b")
                .theirs("09:25", "c")
                .theirs("09:26", "d")
                .theirFile("09:28", Talk.file("Angebot_Stromverteiler_2026.pdf", 2_400_000))
                .myFile("09:28", Talk.waitingFile("riso-profiles.zip", 21_000_000), Delivery.QUEUED)
                .unreadFromHere()
                .theirs("09:30", "The newest")
                .edit(14, "Changed since 09:20")
                .answer(15, OptionalInt.of(7))
                .retract(16, Optional.empty())
                .retract(17, Optional.empty())
                .hide(18, Optional.of("OMEMO"))
                .hide(19, Optional.empty())
                .react(7, "👍🏽", LAYLA, ME)
                .react(7, "❤️", LAYLA)
                .missBefore(7);
    }

    private static Parent room() {
        var talk =
                new Talk("print@rooms.hearth.example")
                        .subject("Priya", "08:50", "Riso night Thu 19:00")
                        .from("Priya", "09:20", "First of a group: name and picture")
                        .from("Priya", "09:20", "Middle: small corners on the sender’s side")
                        .from("Priya", "09:21", "Last, with a link.example/page")
                        .from("Samuel", "09:24", "@Mara have you got the keys?")
                        .from("Émile", "09:25", "a")
                        .from("Émile", "09:26", "b")
                        .from("Layla", "09:27", "c")
                        .from("Layla", "09:27", "What came before can’t be read")
                        .fromPrivately("Tom", "09:28", "Between the two of us")
                        .minePrivately("Tom", "09:29", "So it is", Delivery.DELIVERED)
                        .mine("09:30", "Yes, I have them", Delivery.ON_SERVER)
                        .mine("09:31", "On its way", Delivery.SENDING)
                        .retract(5, Optional.empty())
                        .retract(6, Optional.of(new Moderation("Priya", "off topic")))
                        .hide(7, Optional.of("OMEMO"))
                        .react(11, "🎉", TOM, ME);
        return ConversationPictures.room(talk);
    }

    private static Author author(String address, boolean isMine) {
        return new Author(JidCreate.fromOrThrowUnchecked(address), Optional.empty(), isMine);
    }
}
