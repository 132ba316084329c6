package kith.ui.chat;

import javafx.scene.Node;

import kith.model.Occupant;
import kith.ui.room.OwnerActions;
import kith.ui.room.RoomDetailsView;
import kith.ui.room.RoomPictureCommands;
import kith.ui.room.RoomViewModel;
import kith.ui.room.moderation.RolesView;
import kith.ui.text.Texts;

import java.util.Optional;
import java.util.function.Consumer;

/// What stands beside the messages of a room: its details, or in their place its lists, while the
/// details stay as they are. FX thread only.
final class RoomSide implements AutoCloseable {

    private final RoomViewModel room;
    private final Texts texts;
    private final DetailsSplit split;
    private final Runnable dismiss;
    private final Consumer<Occupant> whisper;
    private Optional<RoomDetailsView> details = Optional.empty();
    private Optional<RolesView> roles = Optional.empty();
    private Optional<RoomPictureCommands> picture = Optional.empty();
    private Runnable invite = () -> {};
    private Runnable setUp = () -> {};
    private Runnable closeForGood = () -> {};

    /// @param split shows it beside the page, or over it
    /// @param dismiss has it closed by whoever opened it
    /// @param whisper writes to somebody in the room alone
    RoomSide(
            RoomViewModel room,
            Texts texts,
            DetailsSplit split,
            Runnable dismiss,
            Consumer<Occupant> whisper) {
        this.room = room;
        this.texts = texts;
        this.split = split;
        this.dismiss = dismiss;
        this.whisper = whisper;
    }

    /// Says how the room's picture is changed, by its owners.
    void onPicture(RoomPictureCommands commands) {
        picture = Optional.of(commands);
    }

    /// Says what asks whom to invite to the room.
    void onInvite(Runnable newInvite) {
        invite = newInvite;
    }

    /// Says what shows how the room is set up, and what asks whether it is to end, for its owners.
    void onOwner(Runnable newSetUp, Runnable newCloseForGood) {
        setUp = newSetUp;
        closeForGood = newCloseForGood;
    }

    /// Shows the details, or nothing.
    void show(boolean isShown) {
        close();
        roles = Optional.empty();
        details = isShown ? Optional.of(details()) : Optional.empty();
        details.ifPresentOrElse(split::show, split::hide);
    }

    /// What is shown.
    Optional<Node> pane() {
        return roles.<Node>map(it -> it).or(() -> details);
    }

    /// Has the user write another subject, where the details are shown.
    void editSubject() {
        details.ifPresent(RoomDetailsView::editSubject);
    }

    @Override
    public void close() {
        details.ifPresent(RoomDetailsView::close);
    }

    private RoomDetailsView details() {
        return new RoomDetailsView(room, texts, invite, this::showRoles, dismiss)
                .withWhisper(whisper)
                .withOwnerActions(new OwnerActions(room, texts, picture, setUp, closeForGood));
    }

    private void showRoles() {
        var shown =
                new RolesView(room.moderation().openRoles(), texts, this::backToDetails, dismiss);
        roles = Optional.of(shown);
        split.show(shown);
        shown.requestFocus();
    }

    private void backToDetails() {
        roles = Optional.empty();
        details.ifPresent(split::show);
        details.ifPresent(RoomDetailsView::requestFocus);
    }
}
