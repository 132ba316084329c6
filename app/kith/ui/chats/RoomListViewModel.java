package kith.ui.chats;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import kith.base.Lane;
import kith.base.Live;
import kith.base.Subscription;
import kith.model.Chat;
import kith.model.OpenTabs;
import kith.model.Room;
import kith.model.RoomState;
import kith.ui.fx.ListPatch;
import kith.ui.text.NameFilter;

import java.text.Collator;
import java.util.Comparator;
import java.util.List;

/// The rooms, those the user is in first, narrowed by what the user types.
///
/// FX thread only.
public final class RoomListViewModel implements AutoCloseable {

    private static final Comparator<Room> JOINED_FIRST =
            Comparator.comparing((Room room) -> !isWanted(room.state()))
                    .thenComparing(Room::name, Collator.getInstance()::compare);

    private final Live<List<Room>> rooms;
    private final Live<OpenTabs> tabs;
    private final ChatOpening opening;
    private final StringProperty filter = new SimpleStringProperty("");
    private final ListPatch<RoomRow> patch = new ListPatch<>(RoomRow::key);
    private final ObservableList<RoomRow> rows = FXCollections.observableArrayList();
    private final ObservableList<RoomRow> shown = FXCollections.unmodifiableObservableList(rows);
    private final Subscription subscription;

    public RoomListViewModel(
            Live<List<Room>> rooms, Live<OpenTabs> tabs, ChatOpening opening, Lane fx) {
        this.rooms = rooms;
        this.tabs = tabs;
        this.opening = opening;
        this.subscription =
                Subscription.all(
                        rooms.watch(fx, newest -> show()), tabs.watch(fx, newest -> show()));
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

    /// Opens the room's tab. A room the user is not in is not entered by that: its page offers it.
    public void open(RoomRow row) {
        opening.open(row.key(), Chat.Kind.ROOM);
    }

    public void openInBackground(RoomRow row) {
        opening.openInBackground(row.key(), Chat.Kind.ROOM);
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
        var selected = tabs.get().selected();
        var next =
                rooms.get().stream()
                        .filter(room -> matches(wanted, room))
                        .sorted(JOINED_FIRST)
                        .map(
                                room ->
                                        new RoomRow(
                                                room,
                                                selected.filter(room.key()::equals).isPresent()))
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
