package kith.model;

import java.util.ArrayList;
import java.util.List;

/// What became of the people in a room between one moment and a later one.
///
/// Found by walking both lists side by side, without a table of either: of ten thousand people who
/// are looked at ten times a second, most are the very same objects in the same order. Of people in
/// any other order it is true as well, but says of somebody who stayed that they are gone and have
/// come again.
///
/// @param gone who isn't there any more
/// @param changed who is there still, otherwise
/// @param added who wasn't there
public record OccupantChanges(List<Occupant> gone, List<Change> changed, List<Occupant> added) {

    /// Somebody who is there otherwise than before, under the same nick.
    public record Change(Occupant before, Occupant now) {}

    /// Compares who was there with who is there.
    ///
    /// @param before each nick once, in the order in which they came
    /// @param now the same, later
    public static OccupantChanges between(List<Occupant> before, List<Occupant> now) {
        var gone = new ArrayList<Occupant>();
        var changed = new ArrayList<Change>();
        int at = 0;
        for (var old : before) {
            if (at < now.size() && now.get(at).nick().equals(old.nick())) {
                var newest = now.get(at++);
                if (isOther(old, newest)) {
                    changed.add(new Change(old, newest));
                }
            } else {
                gone.add(old);
            }
        }
        return new OccupantChanges(gone, changed, now.subList(at, now.size()));
    }

    @SuppressWarnings("ReferenceEquality") // most are the very same, and equality takes long
    private static boolean isOther(Occupant before, Occupant now) {
        return before != now && !before.equals(now);
    }

    /// How many there are.
    public int count() {
        return gone.size() + changed.size() + added.size();
    }
}
