package kith.ui.chat;

import javafx.scene.Node;
import javafx.scene.layout.Pane;

import kith.model.Room;
import kith.model.RoomState;
import kith.ui.composer.ComposerView;
import kith.ui.fx.FocusOwner;
import kith.ui.room.RoomGateView;
import kith.ui.room.RoomViewModel;
import kith.ui.timeline.TimelineView;

import java.util.Optional;

/// Where one writes in a chat's page: the composer, and for a room what says why the user isn't in
/// it, in the composer's place or in the middle. The focus goes with it: whoever comes in from
/// there writes next.
final class WritingPlace {

    private final ChatViewModel model;
    private final TimelineView timeline;
    private final ComposerView composer;
    private final Node typing;
    private final Optional<RoomGateView> gate;
    private final Pane middle;
    private final Pane bottom;

    /// @param gate what says why the user isn't in the room; empty for one person's page
    /// @param middle has the timeline
    /// @param bottom has the line that says who is writing, and the composer
    WritingPlace(
            ChatViewModel model,
            TimelineView timeline,
            ComposerView composer,
            Node typing,
            Optional<RoomGateView> gate,
            Pane middle,
            Pane bottom) {
        this.model = model;
        this.timeline = timeline;
        this.composer = composer;
        this.typing = typing;
        this.gate = gate;
        this.middle = middle;
        this.bottom = bottom;
    }

    /// The composer, or what stands in its place.
    Node place() {
        return gate.<Node>map(it -> it).filter(it -> isGateInPlace()).orElse(composer);
    }

    /// Moves the focus there.
    void requestFocus() {
        place().requestFocus();
    }

    /// Shows what belongs there as the user comes into the room and goes; called once, after the
    /// composer follows its model.
    void follow(RoomViewModel room) {
        room.roomProperty().subscribe(now -> arrange());
        model.timeline().rows().subscribe(this::arrange);
        model.composer().accessProperty().subscribe(access -> goOn());
    }

    /// Shows the gate, the composer, or both: while the room is being entered one can write
    /// already.
    private void arrange() {
        boolean isIn = state() instanceof RoomState.Joined;
        boolean isEntering = state() instanceof RoomState.Joining;
        boolean isEmpty = !model.timeline().hasMessages();
        boolean wasWriting =
                FocusOwner.isWithin(composer)
                        || FocusOwner.is(bottom)
                        || gate.filter(RoomGateView::letsGoOfFocus).isPresent();
        gate.ifPresent(
                shown -> {
                    put(shown, middle, !isIn && isEmpty);
                    put(shown, bottom, !isIn && !isEmpty && !isEntering);
                });
        timeline.setVisible(isIn || !isEmpty);
        for (var each : new Node[] {typing, composer}) {
            each.setVisible(isIn || isEntering);
            each.setManaged(isIn || isEntering);
        }
        if (wasWriting && !FocusOwner.isWithin(place())) {
            requestFocus(); // whoever asked to come in writes next
            if (!FocusOwner.isWithin(place())) {
                bottom.requestFocus(); // the room's state is known before whether one may write
            }
        }
    }

    /// The composer may have its field by now: it has the focus then, unless the user has gone
    /// elsewhere.
    private void goOn() {
        if (FocusOwner.is(bottom)) {
            requestFocus();
        }
    }

    /// Leaves a node that is in its place alone: its field may have the focus.
    private static void put(Node node, Pane parent, boolean isWanted) {
        if (!isWanted) {
            parent.getChildren().remove(node);
        } else if (!parent.getChildren().contains(node)) {
            parent.getChildren().add(node);
        }
    }

    private boolean isGateInPlace() {
        return model.isRoom() && !composer.isVisible();
    }

    private RoomState state() {
        return model.room()
                .map(room -> room.roomProperty().get())
                .map(Room::state)
                .orElse(RoomState.JOINED);
    }
}
