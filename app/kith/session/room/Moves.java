package kith.session.room;

import kith.model.RoomNotice;
import kith.model.RoomNotice.People;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;

/// Who came to a room and who left it since something was said there. Who left and came again, or
/// came and left again, did neither.
///
/// Of crowds only the number is known. Core lane only.
final class Moves {

    /// More nicks than this are only counted.
    private static final int TRACKED = 500;

    private final long number;
    private final Side came = new Side();
    private final Side left = new Side();
    private Instant last = Instant.MIN;
    private boolean inSmallRoom;

    Moves(long number) {
        this.number = number;
    }

    private static final class Side {

        private final Set<String> nicks = new LinkedHashSet<>();
        private int others;

        void add(String nick) {
            if (nicks.size() < TRACKED) {
                nicks.add(nick);
            } else {
                others++;
            }
        }

        People people() {
            return new People(nicks.stream().limit(People.NAMED).toList(), nicks.size() + others);
        }
    }

    void came(String nick, Instant at, boolean isSmall) {
        moved(at, isSmall);
        if (!left.nicks.remove(nick)) {
            came.add(nick);
        }
    }

    void left(String nick, Instant at, boolean isSmall) {
        moved(at, isSmall);
        if (!came.nicks.remove(nick)) {
            left.add(nick);
        }
    }

    private void moved(Instant at, boolean isSmall) {
        last = at;
        inSmallRoom = isSmall;
    }

    boolean isNothing() {
        return came.people().isNobody() && left.people().isNobody();
    }

    RoomNotice.Moves notice() {
        return new RoomNotice.Moves(number, last, came.people(), left.people(), inSmallRoom);
    }
}
