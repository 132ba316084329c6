package kith.ui.room;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import kith.base.Lane;
import kith.base.Live;
import kith.base.Subscription;
import kith.model.Occupant;
import kith.ui.fx.PatchedList;

import java.util.List;

/// The people in a room in sections by role, the most present first, then by nick.
///
/// FX thread only. [#close] when the list is no longer shown: in a large room somebody comes or
/// goes all the time.
public final class OccupantsViewModel implements AutoCloseable {

    private final PatchedList<OccupantRow> rows = new PatchedList<>();
    private final ObservableList<OccupantRow> shown =
            FXCollections.unmodifiableObservableList(rows);
    private final Subscription state;

    OccupantsViewModel(Live<List<Occupant>> occupants, Lane fx) {
        var order = new OccupantOrder(rows);
        state = occupants.watch(fx, order::show);
    }

    /// Heads and people. Read-only.
    public ObservableList<OccupantRow> rows() {
        return shown;
    }

    @Override
    public void close() {
        state.close();
    }
}
