package kith.ui.room;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import kith.base.Lane;
import kith.base.Live;
import kith.base.Subscription;
import kith.model.Occupant;
import kith.model.Refusal;
import kith.model.Room;
import kith.ui.room.moderation.ModerationViewModel;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Consumer;

/// One room: what it is, whether the user is in it, and what they do there.
///
/// FX thread only. [#close] with the page.
public final class RoomViewModel implements AutoCloseable {

    private final RoomCommands commands;
    private final Live<List<Occupant>> occupants;
    private final Lane fx;
    private final ReadOnlyObjectWrapper<Room> room;
    private final ReadOnlyObjectWrapper<Remedy> remedy;
    private final ReadOnlyObjectWrapper<SubjectChange> subjectChange =
            new ReadOnlyObjectWrapper<>(SubjectChange.NONE);
    private final Subscription state;
    private final ModerationViewModel moderation;

    /// Which change of the subject is the last: only its answer counts.
    private int changes;

    /// @param initial what is known of the room now
    /// @param fx the FX lane; a test passes a lane that runs at once
    public RoomViewModel(
            Room initial,
            Live<Optional<Room>> room,
            Live<List<Occupant>> occupants,
            RoomCommands commands,
            Lane fx) {
        this.commands = commands;
        this.occupants = occupants;
        this.fx = fx;
        this.room = new ReadOnlyObjectWrapper<>(this, "room", initial);
        remedy = new ReadOnlyObjectWrapper<>(this, "remedy", Remedy.of(initial));
        moderation = new ModerationViewModel(commands.moderation(), occupants, fx);
        state = room.watch(fx, newest -> newest.ifPresent(this::show));
    }

    public ReadOnlyObjectProperty<Room> roomProperty() {
        return room.getReadOnlyProperty();
    }

    /// What the user can do about not being in the room.
    public ReadOnlyObjectProperty<Remedy> remedyProperty() {
        return remedy.getReadOnlyProperty();
    }

    /// Becoming a member of it, from the beginning.
    MembershipViewModel membership() {
        return new MembershipViewModel(commands.membership(), () -> room.get().nick(), fx);
    }

    /// What the user is called in it, from the beginning.
    NickViewModel nick() {
        return new NickViewModel(roomProperty(), commands.changeNick(), fx);
    }

    /// The people in it, for as long as they are shown. The caller closes it.
    public OccupantsViewModel openOccupants() {
        return new OccupantsViewModel(occupants, ForkJoinPool.commonPool(), fx);
    }

    /// Of which messages the user is told, for as long as that is shown. The caller closes it.
    Optional<AlertsViewModel> openAlerts() {
        return commands.alerts().map(alerts -> new AlertsViewModel(alerts, fx));
    }

    /// Says now, and whenever it changes, whether the user owns the room. On the FX thread; the
    /// caller closes it.
    public Subscription watchOwnership(Consumer<Boolean> watcher) {
        return occupants.watch(
                fx,
                all ->
                        watcher.accept(
                                all.stream()
                                        .filter(Occupant::isMe)
                                        .map(Occupant::affiliation)
                                        .anyMatch(Occupant.Affiliation.OWNER::equals)));
    }

    /// Where what comes of the user's wishes is told.
    Lane fx() {
        return fx;
    }

    /// What the user may do to the people in it.
    public ModerationViewModel moderation() {
        return moderation;
    }

    /// Enters the room as it was tried last.
    public void join() {
        commands.join().accept(room.get().nick(), Optional.empty());
    }

    /// Enters the room under another nick; does nothing for a blank one.
    public void joinAs(String nick) {
        if (!nick.isBlank()) {
            commands.join().accept(nick.strip(), Optional.empty());
        }
    }

    /// Enters the room with a password, taken as it was typed; does nothing for an empty one.
    public void joinWith(String password) {
        if (!password.isEmpty()) {
            commands.join().accept(room.get().nick(), Optional.of(password));
        }
    }

    public void leave() {
        commands.leave().run();
    }

    /// Asks for another subject; empty takes it away. What the room has already needs no asking.
    public void changeSubject(String subject) {
        var wanted = subject.strip();
        if (wanted.equals(room.get().subject())) {
            forgetSubjectChange();
            return;
        }
        int change = ++changes;
        subjectChange.set(SubjectChange.ASKED);
        commands.changeSubject()
                .apply(wanted)
                .thenAcceptAsync(refusal -> subjectAnswered(change, refusal), fx);
    }

    /// How far the change of the subject that was asked for last has come.
    public ReadOnlyObjectProperty<SubjectChange> subjectChangeProperty() {
        return subjectChange.getReadOnlyProperty();
    }

    /// Hears no more of the last change of the subject.
    public void forgetSubjectChange() {
        changes++;
        subjectChange.set(SubjectChange.NONE);
    }

    @Override
    public void close() {
        state.close();
        moderation.close();
    }

    private void subjectAnswered(int change, Optional<Refusal> refusal) {
        if (change == changes) {
            subjectChange.set(
                    refusal.<SubjectChange>map(SubjectChange.Refused::new)
                            .orElse(SubjectChange.NONE));
        }
    }

    private void show(Room newest) {
        remedy.set(Remedy.of(newest)); // first: who watches the room reads it
        room.set(newest);
    }
}
