package kith.gallery;

import static kith.gallery.ConversationPictures.SHEETS;
import static kith.gallery.ConversationPictures.mirrored;

import javafx.scene.Parent;

import kith.model.Occupant.Affiliation;
import kith.model.Occupant.Role;
import kith.model.RoomNotice;
import kith.model.RoomState;
import kith.ui.timeline.Talk;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;

/// The lines between the messages of a room that say what happened there.
class RoomNoticesGalleryTest {

    @Test
    void othersComeLeaveAndArePutOut() {
        Snapshots.take("room-notices", 620, 640, () -> happened(false), SHEETS);
        Snapshots.take("room-notices-narrow", 480, 640, () -> happened(true), SHEETS);
        Snapshots.take("room-notices-rtl", 620, 640, () -> mirrored(happened(false)), SHEETS);
    }

    private static Parent happened(boolean isNarrow) {
        var owner = new RoomState.Removed(RoomState.Cause.KICKED, "Priya Natarajan", "off topic");
        var spam = new RoomState.Removed(RoomState.Cause.BANNED, "", "advertising, three times");
        return ConversationPictures.room(
                PrintCoop.talk(),
                isNarrow,
                PrintCoop.room("Harbour print co-op", RoomState.JOINED),
                SampleOccupants.all(),
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
                PrintCoop.talk(),
                isNarrow,
                PrintCoop.room("Harbour print co-op", RoomState.JOINED),
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
}
