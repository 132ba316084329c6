package kith.gallery;

import static kith.gallery.ConversationPictures.SHEETS;
import static kith.gallery.ConversationPictures.mirrored;
import static kith.gallery.ConversationPictures.page;
import static kith.gallery.ConversationPictures.person;

import javafx.scene.Parent;

import kith.base.Live;
import kith.model.Chat;
import kith.model.Occupant;
import kith.model.Occupant.Affiliation;
import kith.model.Occupant.Role;
import kith.model.Presence;
import kith.model.RoomNotice;
import kith.model.RoomState;
import kith.ui.timeline.Talk;

import org.junit.jupiter.api.Test;

import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The conversation in a room that we are in.
class RoomGalleryTest {

    @Test
    void room() {
        Snapshots.take(
                "room",
                896,
                740,
                () -> PrintCoop.page(RoomState.JOINED, PrintCoop.talk(), true),
                SHEETS);
    }

    @Test
    void roomWithLittleRoom() {
        Snapshots.take(
                "room-sheet",
                640,
                560,
                () -> PrintCoop.page(RoomState.JOINED, PrintCoop.talk(), true),
                SHEETS);
    }

    /// Names, a status, a subject in letters from right to left, with digits and emoji in them.
    @Test
    void namesFromRightToLeft() {
        Snapshots.take(
                "chat-names-rtl",
                620,
                300,
                () ->
                        person(
                                false,
                                "ليلى حداد 2",
                                "في المطبعة حتى 12:30! ☕",
                                new Talk("layla@hearth.example")
                                        .theirs("09:31", "شكرًا يا مارا! هل نطبع 200 نسخة؟")),
                SHEETS);
        Snapshots.take(
                "room-names-rtl",
                896,
                600,
                () ->
                        PrintCoop.page(
                                "طباعة الميناء 2026!",
                                RoomState.JOINED,
                                new Talk("print@rooms.hearth.example")
                                        .subject("ليلى حداد", "08:40", "طباعة 200 نسخة! 🎉")
                                        .from("ליאור 7", "09:00", "200 עותקים, בבקשה!")
                                        .from("ליאור 7", "09:01", "🙏")
                                        .subject("Priya Natarajan", "09:02", "שלום! 250 🎉"),
                                true),
                SHEETS);
    }

    /// A large room: its people are searched. Also a nick that somebody else has by now.
    @Test
    void manyPeople() {
        Snapshots.take("room-many", 896, 740, RoomGalleryTest::many, SHEETS);
    }

    private static Parent many() {
        var people = new ArrayList<>(SampleOccupants.wearingHats());
        IntStream.rangeClosed(1, 20)
                .mapToObj(
                        i ->
                                new Occupant(
                                        "Guest " + i,
                                        Role.VISITOR,
                                        Affiliation.NONE,
                                        Optional.empty(),
                                        Presence.AVAILABLE,
                                        false))
                .forEach(people::add);
        var at = Talk.TODAY.atTime(LocalTime.of(9, 59)).toInstant(ZoneOffset.UTC);
        return page(
                Chat.Kind.ROOM,
                "Harbour print co-op",
                PrintCoop.talk(),
                false,
                Optional.empty(),
                Optional.of(PrintCoop.room("Harbour print co-op", RoomState.JOINED)),
                people,
                List.of(
                        new RoomNotice.Succeeded(
                                0, at, new RoomNotice.People(List.of("Guest 7"), 1), false)),
                true,
                model -> {});
    }

    /// Who is mentioned, what else people are there, who has seen the newest own message.
    @Test
    void takingPart() {
        Snapshots.take("room-part", 896, 740, () -> part("Harbour print co-op", false), SHEETS);
        Snapshots.take("room-part-narrow", 480, 560, () -> part("Harbour", true), SHEETS);
        Snapshots.take(
                "room-part-rtl", 896, 740, () -> mirrored(part("طباعة الميناء", false)), SHEETS);
    }

    /// Who has a picture has it in the list, beside what they wrote and where it was seen.
    @Test
    void peopleWithPictures() {
        Snapshots.take("room-faces", 896, 740, () -> faces("Harbour print co-op", false), SHEETS);
        Snapshots.take("room-faces-narrow", 480, 560, () -> faces("Harbour", true), SHEETS);
        Snapshots.take(
                "room-faces-rtl", 896, 740, () -> mirrored(faces("طباعة الميناء", false)), SHEETS);
    }

    private static Parent faces(String name, boolean isNarrow) {
        var key = PrintCoop.talk().chat().peer();
        return SampleFaces.in(
                part(
                        name,
                        isNarrow,
                        SampleOccupants.all().stream()
                                .map(each -> SampleFaces.of(key, each))
                                .toList()));
    }

    private static Parent part(String name, boolean isNarrow) {
        return part(name, isNarrow, SampleOccupants.wearingHats());
    }

    private static Parent part(String name, boolean isNarrow, List<Occupant> people) {
        var talk = PrintCoop.talk().named(5);
        var readers =
                Stream.of(
                                "Jonas Weber",
                                "Samuel Otieno",
                                "Layla Haddad",
                                "Émile Fournier",
                                "paperplane",
                                "Henrik Dahl",
                                "Tom Okafor",
                                "Priya Natarajan")
                        .map(nick -> talk.reader(nick, 5))
                        .toList();
        return page(
                Chat.Kind.ROOM,
                name,
                talk,
                isNarrow,
                Optional.empty(),
                Optional.of(PrintCoop.room(name, RoomState.JOINED)),
                people,
                List.of(),
                !isNarrow,
                model -> model.timeline().followReaders(Live.of(readers)));
    }
}
