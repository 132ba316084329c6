package kith.ui.chats;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import kith.base.Lane;
import kith.base.Subscription;
import kith.model.Chat;
import kith.model.ChatKey;
import kith.model.Room;
import kith.model.RoomState;
import kith.ui.fx.ListPatch;
import kith.ui.text.NameFilter;

import java.text.Collator;
import java.util.Comparator;
import java.util.function.Consumer;

/// The rooms, those the user is in first, then the others, also those that they have only
/// bookmarks of; narrowed by what the user types.
///
/// FX thread only.
public final class RoomListViewModel implements AutoCloseable {

    private static final Comparator<Room> JOINED_FIRST =
            Comparator.comparing((Room room) -> !isWanted(room.state()))
                    .thenComparing(Room::name, Collator.getInstance()::compare);

    private final RoomListSources sources;
    private final ChatOpening opening;
    private final Consumer<ChatKey> forget;
    private final StringProperty filter = new SimpleStringProperty("");
    private final ListPatch<RoomRow> patch = new ListPatch<>(RoomRow::key);
    private final ObservableList<RoomRow> rows = FXCollections.observableArrayList();
    private final ObservableList<RoomRow> shown = FXCollections.unmodifiableObservableList(rows);
    private final Subscription subscription;

    /// @param forget takes a room's bookmark out, for all devices
    public RoomListViewModel(
            RoomListSources sources, ChatOpening opening, Consumer<ChatKey> forget, Lane fx) {
        this.sources = sources;
        this.opening = opening;
        this.forget = forget;
        this.subscription =
                Subscription.all(
                        sources.rooms().watch(fx, newest -> show()),
                        sources.neverEntered().watch(fx, newest -> show()),
                        sources.tabs().watch(fx, newest -> show()));
        filter.subscribe(typed -> show()); // and once now, so that the first frame has it all
    }

    /// The rows. Read-only.
    public ObservableList<RoomRow> rows() {
        return shown;
    }

    /// What the user typed to narrow the list.
    public StringProperty filterProperty() {
        return filter;
    }

    /// Opens the room's tab. A room the user is not in any more is not entered by that: its page
    /// offers it; one that they were never in is.
    public void open(RoomRow row) {
        opening.open(row.key(), Chat.Kind.ROOM);
    }

    public void openInBackground(RoomRow row) {
        opening.openInBackground(row.key(), Chat.Kind.ROOM);
    }

    /// Takes the bookmark of a room that was never entered out, for all devices.
    public void forget(RoomRow row) {
        forget.accept(row.key());
    }

    /// Opens the first row, as Enter in the filter does.
    public void openFirst() {
        if (!rows.isEmpty()) {
            open(rows.getFirst());
        }
    }

    @Override
    public void close() {
        subscription.close();
    }

    private void show() {
        var wanted = new NameFilter(filter.get());
        var selected = sources.tabs().get().selected();
        var neverEntered = sources.neverEntered().get();
        var next =
                sources.rooms().get().stream()
                        .filter(room -> matches(wanted, room))
                        .sorted(JOINED_FIRST)
                        .map(
                                room ->
                                        new RoomRow(
                                                room,
                                                selected.filter(room.key()::equals).isPresent(),
                                                neverEntered.contains(room.key())))
                        .toList();
        patch.apply(rows, next);
    }

    private static boolean matches(NameFilter filter, Room room) {
        return filter.matches(room.name()) || filter.matches(room.key().peer().toString());
    }

    private static boolean isWanted(RoomState state) {
        return state instanceof RoomState.Joined || state instanceof RoomState.Joining;
    }
}
