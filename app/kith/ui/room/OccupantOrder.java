package kith.ui.room;

import kith.base.Lane;
import kith.model.Occupant;
import kith.model.Occupant.Role;
import kith.model.OccupantChanges;
import kith.model.OccupantChanges.Change;
import kith.ui.fx.ListPatch;
import kith.ui.fx.PatchedList;
import kith.ui.room.OccupantRow.Person;
import kith.ui.room.OccupantRow.Section;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/// Keeps the rows of a room's people in order while some of them come, go and change.
///
/// Of ten thousand people it sorts and compares only those who changed: who is the same object as
/// before is the same. Where most have changed, as when a large room is entered, all are sorted
/// elsewhere, and who comes or goes meanwhile follows. Rows that stay keep their place, and with it
/// selection and focus; see [ListPatch]. FX thread only.
final class OccupantOrder {

    private static final ListPatch<OccupantRow> PATCH = new ListPatch<>(OccupantRow::key);

    private static final Comparator<OccupantRow> ROWS = OccupantOrder::compare;

    /// Where more than this part of all has changed, all are looked at.
    private static final int FEW = 8;

    /// Fewer are sorted in less than a frame.
    private static final int MANY = 1_000;

    private final PatchedList<OccupantRow> rows;
    private final Executor worker;
    private final Lane fx;

    /// Who is in the rows.
    private List<Occupant> known = List.of();

    /// Who is to be.
    private List<Occupant> wanted = List.of();

    private boolean isSorting;

    /// @param worker sorts many people
    OccupantOrder(PatchedList<OccupantRow> rows, Executor worker, Lane fx) {
        this.rows = rows;
        this.worker = worker;
        this.fx = fx;
    }

    /// Shows who is there now; many people a little later.
    void show(List<Occupant> newest) {
        wanted = newest;
        if (!isSorting) {
            follow();
        }
    }

    private void follow() {
        var changes = OccupantChanges.between(known, wanted);
        if (changes.count() * FEW <= rows.size()) {
            known = wanted;
            apply(changes);
        } else if (wanted.size() < MANY) {
            take(wanted, all(wanted));
        } else {
            sort(wanted);
        }
    }

    private void sort(List<Occupant> people) {
        isSorting = true;
        worker.execute(
                () -> {
                    var all = all(people);
                    fx.execute(() -> sorted(people, all));
                });
    }

    private void sorted(List<Occupant> people, List<OccupantRow> all) {
        isSorting = false;
        take(people, all);
        follow();
    }

    private void take(List<Occupant> people, List<OccupantRow> all) {
        known = people;
        if (rows.size() * FEW < all.size()) {
            rows.setAll(all); // hardly anything is there that could keep its place
        } else {
            PATCH.apply(rows, all);
        }
    }

    private static List<OccupantRow> all(List<Occupant> newest) {
        var people = new ArrayList<>(newest);
        people.sort(OccupantOrder::compare);
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

    private void apply(OccupantChanges changes) {
        var counts = new EnumMap<Role, Integer>(Role.class);
        rows.atOnce(() -> changes.gone().forEach(who -> rows.remove(place(new Person(who)))));
        replace(changes.changed());
        rows.atOnce(() -> changes.added().forEach(this::insert));
        changes.gone().forEach(who -> counts.merge(who.role(), -1, Integer::sum));
        changes.changed().forEach(who -> counts.merge(who.before().role(), -1, Integer::sum));
        changes.changed().forEach(who -> counts.merge(who.now().role(), 1, Integer::sum));
        changes.added().forEach(who -> counts.merge(who.role(), 1, Integer::sum));
        counts.forEach(this::count);
    }

    private void insert(Occupant occupant) {
        var row = new Person(occupant);
        rows.add(-place(row) - 1, row);
    }

    /// All are found before the first is replaced: after that the order may be broken.
    private void replace(List<Change> changed) {
        var places = changed.stream().map(each -> place(new Person(each.before()))).toList();
        boolean isMoved = false;
        for (int i = 0; i < changed.size(); i++) {
            rows.set(places.get(i), new Person(changed.get(i).now()));
            isMoved |= compare(changed.get(i).before(), changed.get(i).now()) != 0;
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

    /// In one piece, as ten thousand are sorted between two frames: a comparator that is made of
    /// comparators takes twice as long.
    private static int compare(Occupant one, Occupant other) {
        int byRole = one.role().compareTo(other.role());
        if (byRole != 0) {
            return byRole;
        }
        int byPresence = one.presence().availability().compareTo(other.presence().availability());
        if (byPresence != 0) {
            return byPresence;
        }
        int byNick = one.nick().compareToIgnoreCase(other.nick());
        return byNick != 0 ? byNick : one.nick().compareTo(other.nick());
    }

    private static int compare(OccupantRow one, OccupantRow other) {
        return switch (one) {
            case Person(var person) ->
                    switch (other) {
                        case Person(var another) -> compare(person, another);
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
