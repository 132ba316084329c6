package kith.gallery;

import static kith.gallery.ConversationPictures.SHEETS;
import static kith.gallery.ConversationPictures.page;

import javafx.geometry.NodeOrientation;
import javafx.scene.Parent;

import kith.model.Chat;
import kith.model.Occupant;
import kith.model.Occupant.Affiliation;
import kith.model.Occupant.Role;
import kith.model.Presence;
import kith.model.Refusal;
import kith.model.Refusal.Reason;
import kith.model.Room;
import kith.model.RoomState;
import kith.ui.timeline.Talk;

import org.junit.jupiter.api.Test;
import org.jxmpp.jid.impl.JidCreate;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A room that hears nothing of us: it doesn't answer, has not let us in, has put us out, or lets
/// us only read.
class RoomStatesGalleryTest {

    private static final RoomState CLOSED =
            new RoomState.Removed(
                    RoomState.Cause.DESTROYED,
                    "",
                    "We moved",
                    Optional.of(JidCreate.bareFromOrThrowUnchecked("press@rooms.hearth.example")));

    /// We may be in it still, or not.
    @Test
    void aRoomThatDoesNotAnswer() {
        Snapshots.take("room-silent", 620, 300, () -> silent("Harbour print co-op"), SHEETS);
    }

    private static Parent silent(String name) {
        var known = PrintCoop.room(name, RoomState.JOINED);
        return page(
                Chat.Kind.ROOM,
                name,
                PrintCoop.talk(),
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
                SampleOccupants.all(),
                false);
    }

    @Test
    void removedByNamesFromRightToLeft() {
        Snapshots.take(
                "room-kicked-rtl",
                620,
                320,
                () ->
                        PrintCoop.page(
                                "طباعة الميناء 2026!",
                                new RoomState.Removed(
                                        RoomState.Cause.KICKED, "ليلى", "خارج الموضوع! 3 مرات 🙄"),
                                new Talk("print@rooms.hearth.example"),
                                false),
                SHEETS);
    }

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
                                PrintCoop.talk(),
                                true,
                                Optional.empty(),
                                Optional.of(
                                        PrintCoop.room("Harbour print co-op", RoomState.JOINED)),
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

    @Test
    void refused() {
        for (var reason : List.of(Reason.PASSWORD_NEEDED, Reason.NICK_TAKEN, Reason.MEMBERS_ONLY)) {
            Snapshots.take(
                    "room-refused-" + reason.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    620,
                    420,
                    () ->
                            PrintCoop.page(
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
                        PrintCoop.page(
                                new RoomState.Removed(
                                        RoomState.Cause.KICKED, "Priya Natarajan", "off topic"),
                                PrintCoop.talk(),
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
                        var page = PrintCoop.page(CLOSED, PrintCoop.talk(), false);
                        if (!turn.isEmpty()) {
                            page.setNodeOrientation(NodeOrientation.RIGHT_TO_LEFT);
                        }
                        return page;
                    },
                    SHEETS);
        }
    }
}
