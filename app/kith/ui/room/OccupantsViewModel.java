package kith.ui.room;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import kith.base.Lane;
import kith.base.Live;
import kith.base.Subscription;
import kith.model.Occupant;
import kith.ui.fx.Narrowing;
import kith.ui.fx.Narrowing.Keyed;
import kith.ui.fx.PatchedList;

import java.util.List;
import java.util.concurrent.Executor;

/// The people in a room in sections by role, the most present first, then by nick; filtered as one
/// types.
///
/// FX thread only. [#close] when the list is no longer shown: in a large room somebody comes or
/// goes all the time.
public final class OccupantsViewModel implements AutoCloseable {

    /// So many are found without a search.
    private static final int FEW = 20;

    private final PatchedList<OccupantRow> rows = new PatchedList<>();
    private final ObservableList<OccupantRow> shown =
            FXCollections.unmodifiableObservableList(rows);
    private final OccupantOrder order;
    private final Narrowing<Occupant> narrowing = new Narrowing<>();
    private final StringProperty filter = new SimpleStringProperty(this, "filter", "");
    private final ReadOnlyBooleanWrapper isSearched =
            new ReadOnlyBooleanWrapper(this, "searched", false);
    private final Subscription state;
    private List<Occupant> people = List.of();

    /// Whether those who can be looked through are not those who are there.
    private boolean isStale;

    /// @param worker sorts where there are many
    OccupantsViewModel(Live<List<Occupant>> occupants, Executor worker, Lane fx) {
        order = new OccupantOrder(rows, worker, fx);
        filter.subscribe((before, now) -> show());
        state = occupants.watch(fx, this::show);
    }

    /// Heads and people, as far as they match. Read-only.
    public ObservableList<OccupantRow> rows() {
        return shown;
    }

    /// What nick or address has to contain.
    public StringProperty filterProperty() {
        return filter;
    }

    /// Whether there are so many that one searches them.
    public ReadOnlyBooleanProperty searchedProperty() {
        return isSearched.getReadOnlyProperty();
    }

    @Override
    public void close() {
        state.close();
    }

    private void show(List<Occupant> newest) {
        people = newest;
        isStale = true;
        show();
    }

    private void show() {
        isSearched.set(people.size() > FEW || !filter.get().isEmpty());
        if (filter.get().isBlank()) {
            order.show(people);
            return;
        }
        if (isStale) {
            narrowing.of(Keyed.of(people, OccupantsViewModel::words));
            isStale = false;
        }
        order.show(narrowing.matching(filter.get()));
    }

    private static String words(Occupant occupant) {
        return occupant.address()
                .map(address -> occupant.nick() + '\n' + address)
                .orElse(occupant.nick());
    }
}
