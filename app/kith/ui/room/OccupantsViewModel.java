package kith.ui.room;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import kith.base.Lane;
import kith.base.Live;
import kith.base.Subscription;
import kith.model.Occupant;
import kith.ui.fx.ListPatch;
import kith.ui.room.OccupantRow.Person;
import kith.ui.room.OccupantRow.Section;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The people in a room in sections by role, the most present first, then by nick.
///
/// FX thread only. [#close] when the list is no longer shown: in a large room somebody comes or
/// goes all the time.
public final class OccupantsViewModel implements AutoCloseable {

    private static final ListPatch<OccupantRow> PATCH = new ListPatch<>(OccupantRow::key);

    private static final Comparator<Occupant> ORDER =
            Comparator.comparing(Occupant::role)
                    .thenComparing(occupant -> occupant.presence().availability())
                    .thenComparing(Occupant::nick, String.CASE_INSENSITIVE_ORDER)
                    .thenComparing(Occupant::nick);

    private final ObservableList<OccupantRow> rows = FXCollections.observableArrayList();
    private final ObservableList<OccupantRow> shown =
            FXCollections.unmodifiableObservableList(rows);
    private final Subscription state;

    OccupantsViewModel(Live<List<Occupant>> occupants, Lane fx) {
        state = occupants.watch(fx, this::show);
    }

    /// Heads and people. Read-only.
    public ObservableList<OccupantRow> rows() {
        return shown;
    }

    @Override
    public void close() {
        state.close();
    }

    private void show(List<Occupant> occupants) {
        var sorted = new ArrayList<>(occupants);
        sorted.sort(ORDER);
        var next = new ArrayList<OccupantRow>(sorted.size() + Occupant.Role.values().length);
        for (int from = 0; from < sorted.size(); ) {
            var role = sorted.get(from).role();
            int to = from;
            while (to < sorted.size() && sorted.get(to).role() == role) {
                to++;
            }
            next.add(new Section(role, to - from));
            sorted.subList(from, to).forEach(occupant -> next.add(new Person(occupant)));
            from = to;
        }
        PATCH.apply(rows, next);
    }
}
