package kith.gallery;

import static kith.gallery.ConversationPictures.SHEETS;
import static kith.gallery.ConversationPictures.mirrored;
import static kith.gallery.ConversationPictures.page;
import static kith.gallery.ConversationPictures.person;

import javafx.geometry.NodeOrientation;
import javafx.scene.Parent;

import kith.base.Live;
import kith.model.Availability;
import kith.model.Chat;
import kith.model.Delivery;
import kith.model.Hat;
import kith.model.Occupant;
import kith.model.Occupant.Affiliation;
import kith.model.Occupant.Role;
import kith.model.Presence;
import kith.model.Refusal;
import kith.model.Refusal.Reason;
import kith.model.Room;
import kith.model.RoomNotice;
import kith.model.RoomState;
import kith.ui.timeline.Talk;

import org.junit.jupiter.api.Test;
import org.jxmpp.jid.impl.JidCreate;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The conversation in a room in the states the design has pictures of.
class RoomGalleryTest {

    @Test
    void room() {
        Snapshots.take("room", 896, 740, () -> room(RoomState.JOINED, printCoop(), true), SHEETS);
    }

    @Test
    void roomWithLittleRoom() {
        Snapshots.take(
                "room-sheet", 640, 560, () -> room(RoomState.JOINED, printCoop(), true), SHEETS);
    }

    /// We may be in it still, or not.
    @Test
    void aRoomThatDoesNotAnswer() {
        Snapshots.take("room-silent", 620, 300, () -> silent("Harbour print co-op"), SHEETS);
    }

    private static Parent silent(String name) {
        var known = room(name, RoomState.JOINED);
        return page(
                Chat.Kind.ROOM,
                name,
                printCoop(),
                false,
                Optional.empty(),
                Optional.of(
                        new Room(
                                known.key(),
                                known.name(),
                                known.nick(),
                                known.state(),
                                known.subject(),
                                known.occupants(),
                                known.traits(),
                                false)),
                People.all(),
                false);
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
                        room(
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

    @Test
    void removedByNamesFromRightToLeft() {
        Snapshots.take(
                "room-kicked-rtl",
                620,
                320,
                () ->
                        room(
                                "طباعة الميناء 2026!",
                                new RoomState.Removed(
                                        RoomState.Cause.KICKED, "ليلى", "خارج الموضوع! 3 مرات 🙄"),
                                new Talk("print@rooms.hearth.example"),
                                false),
                SHEETS);
    }

    private static final RoomState CLOSED =
            new RoomState.Removed(
                    RoomState.Cause.DESTROYED,
                    "",
                    "We moved",
                    Optional.of(JidCreate.bareFromOrThrowUnchecked("press@rooms.hearth.example")));

    @Test
    void visitor() {
        Snapshots.take(
                "room-visitor",
                620,
                420,
                () ->
                        page(
                                Chat.Kind.ROOM,
                                "Harbour print co-op",
                                printCoop(),
                                true,
                                Optional.empty(),
                                Optional.of(room("Harbour print co-op", RoomState.JOINED)),
                                List.of(
                                        new Occupant(
                                                "Mara",
                                                Role.VISITOR,
                                                Affiliation.NONE,
                                                Optional.empty(),
                                                Presence.AVAILABLE,
                                                true)),
                                false),
                SHEETS);
    }

    /// A large room: its people are searched. Also a nick that somebody else has by now.
    @Test
    void manyPeople() {
        Snapshots.take("room-many", 896, 740, RoomGalleryTest::many, SHEETS);
    }

    private static Parent many() {
        var people = new ArrayList<>(People.wearingHats());
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
                printCoop(),
                false,
                Optional.empty(),
                Optional.of(room("Harbour print co-op", RoomState.JOINED)),
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
        var key = printCoop().chat().peer();
        return SampleFaces.in(
                part(
                        name,
                        isNarrow,
                        People.all().stream().map(each -> SampleFaces.of(key, each)).toList()));
    }

    private static Parent part(String name, boolean isNarrow) {
        return part(name, isNarrow, People.wearingHats());
    }

    private static Parent part(String name, boolean isNarrow, List<Occupant> people) {
        var talk = printCoop().named(5);
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
                Optional.of(room(name, RoomState.JOINED)),
                people,
                List.of(),
                !isNarrow,
                model -> model.timeline().followReaders(Live.of(readers)));
    }

    @Test
    void refused() {
        for (var reason : List.of(Reason.PASSWORD_NEEDED, Reason.NICK_TAKEN, Reason.MEMBERS_ONLY)) {
            Snapshots.take(
                    "room-refused-" + reason.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    620,
                    420,
                    () ->
                            room(
                                    new RoomState.Refused(Refusal.of(reason)),
                                    new Talk("print@rooms.hearth.example"),
                                    false),
                    SHEETS);
        }
    }

    @Test
    void kicked() {
        Snapshots.take(
                "room-kicked",
                620,
                560,
                () ->
                        room(
                                new RoomState.Removed(
                                        RoomState.Cause.KICKED, "Priya Natarajan", "off topic"),
                                printCoop(),
                                false),
                SHEETS);
    }

    @Test
    void closedForGood() {
        for (var turn : List.of("", "-rtl")) {
            Snapshots.take(
                    "room-closed" + turn,
                    620,
                    560,
                    () -> {
                        var page = room(CLOSED, printCoop(), false);
                        if (!turn.isEmpty()) {
                            page.setNodeOrientation(NodeOrientation.RIGHT_TO_LEFT);
                        }
                        return page;
                    },
                    SHEETS);
        }
    }

    @Test
    void othersComeLeaveAndArePutOut() {
        Snapshots.take("room-notices", 620, 640, () -> happened(false), SHEETS);
        Snapshots.take("room-notices-narrow", 480, 640, () -> happened(true), SHEETS);
        Snapshots.take(
                "room-notices-rtl",
                620,
                640,
                () -> ConversationPictures.mirrored(happened(false)),
                SHEETS);
    }

    private static Parent happened(boolean isNarrow) {
        var owner = new RoomState.Removed(RoomState.Cause.KICKED, "Priya Natarajan", "off topic");
        var spam = new RoomState.Removed(RoomState.Cause.BANNED, "", "advertising, three times");
        return ConversationPictures.room(
                printCoop(),
                isNarrow,
                room("Harbour print co-op", RoomState.JOINED),
                People.all(),
                List.of(
                        moves(0, "08:50", List.of("Samuel Otieno", "Tom Okafor", "zé"), 13, 5),
                        moves(1, "09:10", List.of("ليلى حداد"), 1, 0),
                        new RoomNotice.Removed(2, at("09:24"), "paperplane", owner),
                        new RoomNotice.Removed(3, at("09:25"), "Billig & Schnell", spam),
                        new RoomNotice.AffiliationChanged(
                                4,
                                at("09:26"),
                                "Henrik Dahl",
                                false,
                                Affiliation.MEMBER,
                                Affiliation.ADMIN),
                        new RoomNotice.RoleChanged(
                                5, at("09:33"), "Mara", true, Role.VISITOR, Role.PARTICIPANT),
                        new RoomNotice.Renamed(6, at("09:34"), false, "zé", "Zé do Porto")));
    }

    /// What the room says of itself: the privacy of those who are there stands out.
    @Test
    void announcements() {
        Snapshots.take("room-announced", 620, 620, () -> announced(false), SHEETS);
        Snapshots.take("room-announced-rtl", 620, 620, () -> mirrored(announced(false)), SHEETS);
        Snapshots.take("room-announced-narrow", 480, 620, () -> announced(true), SHEETS);
    }

    private static Parent announced(boolean isNarrow) {
        var all = RoomNotice.Announcement.values();
        return ConversationPictures.room(
                printCoop(),
                isNarrow,
                room("Harbour print co-op", RoomState.JOINED),
                List.of(),
                IntStream.range(0, all.length)
                        .<RoomNotice>mapToObj(
                                i -> new RoomNotice.Announced(i, at("09:3" + i), all[i]))
                        .toList());
    }

    private static RoomNotice moves(
            long number, String time, List<String> came, int count, int left) {
        return new RoomNotice.Moves(
                number,
                at(time),
                new RoomNotice.People(came, count),
                new RoomNotice.People(left > 0 ? List.of("paperplane") : List.of(), left),
                false);
    }

    private static Instant at(String time) {
        return Talk.TODAY.atTime(LocalTime.parse(time)).toInstant(ZoneOffset.UTC);
    }

    private static Talk printCoop() {
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

    private static Parent room(RoomState state, Talk talk, boolean withDetails) {
        return room("Harbour print co-op", state, talk, withDetails);
    }

    /// Nobody is seen in a room by those who aren't in it.
    private static Parent room(String name, RoomState state, Talk talk, boolean withDetails) {
        return page(
                Chat.Kind.ROOM,
                name,
                talk,
                false,
                Optional.empty(),
                Optional.of(room(name, state)),
                state instanceof RoomState.Joined ? People.all() : List.of(),
                withDetails);
    }

    private static Room room(String name, RoomState state) {
        return new Room(
                new Talk("print@rooms.hearth.example").chat(),
                name,
                "Mara",
                state,
                "Riso night Thu 19:00, paper order closes Friday",
                14);
    }

    private static final class People {

        static List<Occupant> all() {
            return List.of(
                    who(
                            "Priya Natarajan",
                            Role.MODERATOR,
                            Affiliation.OWNER,
                            Availability.AVAILABLE,
                            ""),
                    who(
                            "Henrik Dahl",
                            Role.MODERATOR,
                            Affiliation.ADMIN,
                            Availability.AVAILABLE,
                            ""),
                    who(
                            "Tom Okafor",
                            Role.PARTICIPANT,
                            Affiliation.MEMBER,
                            Availability.FREE_TO_CHAT,
                            ""),
                    who(
                            "Samuel Otieno",
                            Role.PARTICIPANT,
                            Affiliation.MEMBER,
                            Availability.AVAILABLE,
                            ""),
                    me("Mara"),
                    who(
                            "Layla Haddad",
                            Role.PARTICIPANT,
                            Affiliation.NONE,
                            Availability.AVAILABLE,
                            ""),
                    who(
                            "Émile Fournier",
                            Role.PARTICIPANT,
                            Affiliation.NONE,
                            Availability.AWAY,
                            "Back at two"),
                    who(
                            "Jonas Weber",
                            Role.PARTICIPANT,
                            Affiliation.NONE,
                            Availability.BUSY,
                            "Konzentriert bis 11"),
                    who(
                            "zé_ninguém",
                            Role.PARTICIPANT,
                            Affiliation.NONE,
                            Availability.NOT_AVAILABLE,
                            "On holiday"),
                    who("paperplane", Role.VISITOR, Affiliation.NONE, Availability.AVAILABLE, ""));
        }

        static List<Occupant> wearingHats() {
            return all().stream().map(People::dressed).toList();
        }

        private static Occupant dressed(Occupant bare) {
            var hats =
                    switch (bare.nick()) {
                        case "Henrik Dahl" -> List.of(new Hat("urn:hats:paper", "Paper"));
                        case "Tom Okafor" ->
                                List.of(
                                        new Hat("urn:hats:host", "Host", OptionalDouble.of(140)),
                                        new Hat("urn:hats:drum", "Keeper of the spare drums"));
                        default -> List.<Hat>of();
                    };
            return new Occupant(
                    bare.nick(),
                    bare.role(),
                    bare.affiliation(),
                    bare.address(),
                    bare.presence(),
                    bare.isMe(),
                    Optional.empty(),
                    hats);
        }

        static Occupant me(String nick) {
            return new Occupant(
                    nick,
                    Role.PARTICIPANT,
                    Affiliation.MEMBER,
                    Optional.empty(),
                    Presence.AVAILABLE,
                    true);
        }

        static Occupant who(
                String nick,
                Role role,
                Affiliation affiliation,
                Availability availability,
                String status) {
            return new Occupant(
                    nick,
                    role,
                    affiliation,
                    Optional.empty(),
                    new Presence(availability, status),
                    false);
        }
    }
}
