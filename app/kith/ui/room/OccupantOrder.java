package kith.ui.room;

import javafx.collections.ObservableList;

import kith.model.Occupant;
import kith.model.Occupant.Role;
import kith.ui.fx.ListPatch;
import kith.ui.room.OccupantRow.Person;
import kith.ui.room.OccupantRow.Section;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Keeps the rows of a room's people in order while some of them come, go and change.
///
/// Of ten thousand people it sorts and compares only those who changed: who is the same object as
/// before is the same. Rows that stay keep their place, and with it selection and focus; see
/// [ListPatch]. FX thread only.
final class OccupantOrder {

    private static final ListPatch<OccupantRow> PATCH = new ListPatch<>(OccupantRow::key);

    private static final Comparator<Occupant> PEOPLE =
            Comparator.comparing(Occupant::role)
                    .thenComparing(occupant -> occupant.presence().availability())
                    .thenComparing(Occupant::nick, String.CASE_INSENSITIVE_ORDER)
                    .thenComparing(Occupant::nick);

    private static final Comparator<OccupantRow> ROWS = OccupantOrder::compare;

    /// Where more than this part of all has changed, all are looked at.
    private static final int FEW = 8;

    private final ObservableList<OccupantRow> rows;
    private Map<String, Occupant> known = Map.of();

    OccupantOrder(ObservableList<OccupantRow> rows) {
        this.rows = rows;
    }

    /// Shows who is there now.
    void show(List<Occupant> newest) {
        var byNick = HashMap.<String, Occupant>newHashMap(newest.size());
        var added = new ArrayList<Occupant>();
        var changed = new ArrayList<Change>();
        for (var occupant : newest) {
            byNick.put(occupant.nick(), occupant);
            var before = known.get(occupant.nick());
            if (before == null) {
                added.add(occupant);
            } else if (isOther(before, occupant)) {
                changed.add(new Change(before, occupant));
            }
        }
        var gone = gone(byNick, newest.size() - added.size());
        known = byNick;
        if ((added.size() + changed.size() + gone.size()) * FEW > rows.size()) {
            PATCH.apply(rows, all(newest));
        } else {
            apply(gone, changed, added);
        }
    }

    private record Change(Occupant before, Occupant now) {}

    @SuppressWarnings("ReferenceEquality") // most are the very same, and equality takes long
    private static boolean isOther(Occupant before, Occupant now) {
        return before != now && !before.equals(now);
    }

    private List<Occupant> gone(Map<String, Occupant> byNick, int stayed) {
        return stayed == known.size()
                ? List.of()
                : known.values().stream().filter(it -> !byNick.containsKey(it.nick())).toList();
    }

    private static List<OccupantRow> all(List<Occupant> newest) {
        var people = new ArrayList<>(newest);
        people.sort(PEOPLE);
        var all = new ArrayList<OccupantRow>(people.size() + Role.values().length);
        for (int from = 0; from < people.size(); ) {
            var role = people.get(from).role();
            int to = from;
            while (to < people.size() && people.get(to).role() == role) {
                to++;
            }
            all.add(new Section(role, to - from));
            people.subList(from, to).forEach(occupant -> all.add(new Person(occupant)));
            from = to;
        }
        return all;
    }

    private void apply(List<Occupant> gone, List<Change> changed, List<Occupant> added) {
        var counts = new EnumMap<Role, Integer>(Role.class);
        for (var occupant : gone) {
            rows.remove(place(new Person(occupant)));
            counts.merge(occupant.role(), -1, Integer::sum);
        }
        for (var change : changed) {
            counts.merge(change.before().role(), -1, Integer::sum);
            counts.merge(change.now().role(), 1, Integer::sum);
        }
        replace(changed);
        for (var occupant : added) {
            var row = new Person(occupant);
            rows.add(-place(row) - 1, row);
            counts.merge(occupant.role(), 1, Integer::sum);
        }
        counts.forEach(this::count);
    }

    /// All are found before the first is replaced: after that the order may be broken.
    private void replace(List<Change> changed) {
        var places = changed.stream().map(each -> place(new Person(each.before()))).toList();
        boolean isMoved = false;
        for (int i = 0; i < changed.size(); i++) {
            rows.set(places.get(i), new Person(changed.get(i).now()));
            isMoved |= PEOPLE.compare(changed.get(i).before(), changed.get(i).now()) != 0;
        }
        if (isMoved) {
            rows.sort(ROWS);
        }
    }

    private void count(Role role, int more) {
        int at = place(new Section(role, 0));
        int count = more + head(at).map(Section::count).orElse(0);
        if (at < 0) {
            if (count > 0) {
                rows.add(-at - 1, new Section(role, count));
            }
        } else if (count == 0) {
            rows.remove(at);
        } else if (more != 0) {
            rows.set(at, new Section(role, count));
        }
    }

    private Optional<Section> head(int at) {
        return at >= 0 && rows.get(at) instanceof Section section
                ? Optional.of(section)
                : Optional.empty();
    }

    /// As [Collections#binarySearch] says it.
    private int place(OccupantRow row) {
        return Collections.binarySearch(rows, row, ROWS);
    }

    private static int compare(OccupantRow one, OccupantRow other) {
        return switch (one) {
            case Person(var person) ->
                    switch (other) {
                        case Person(var another) -> PEOPLE.compare(person, another);
                        case Section(var role, _) -> person.role().compareTo(role) < 0 ? -1 : 1;
                    };
            case Section(var role, _) ->
                    switch (other) {
                        case Person(var person) -> role.compareTo(person.role()) > 0 ? 1 : -1;
                        case Section(var another, _) -> role.compareTo(another);
                    };
        };
    }
}
