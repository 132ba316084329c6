package kith.session.room;

import kith.model.RoomNotice;
import kith.model.RoomNotice.People;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.LongSupplier;

/// Who came to a room and who left it since something was said there. Who left and came again, or
/// came and left again, did neither. Who comes by the nick of somebody who left, and isn't known to
/// be them, is told apart.
///
/// Of crowds only the number is known. Core lane only.
final class Moves {

    /// More nicks than this are only counted.
    private static final int TRACKED = 500;

    private final LongSupplier numbers;
    private final Side came = new Side();
    private final Side left = new Side();
    private final Side others = new Side();
    private final Side unknown = new Side();
    private Instant last = Instant.MIN;
    private boolean inSmallRoom;

    /// @param numbers gives each notice its own
    Moves(LongSupplier numbers) {
        this.numbers = numbers;
    }

    private static final class Side {

        private final Set<String> nicks = new LinkedHashSet<>();
        private int others;
        private OptionalLong number = OptionalLong.empty();

        void add(String nick) {
            if (nicks.size() < TRACKED) {
                nicks.add(nick);
            } else {
                others++;
            }
        }

        boolean isEmpty() {
            return nicks.isEmpty() && others == 0;
        }

        People people() {
            return new People(nicks.stream().limit(People.NAMED).toList(), nicks.size() + others);
        }

        /// Stays the same however often it is asked for.
        long number(LongSupplier numbers) {
            if (number.isEmpty()) {
                number = OptionalLong.of(numbers.getAsLong());
            }
            return number.getAsLong();
        }
    }

    /// @param who what they are to whoever had their nick
    void came(String nick, Newcomer who, Instant at, boolean isSmall) {
        moved(at, isSmall);
        switch (who) {
            case FIRST -> came.add(nick);
            case SAME -> {
                if (!left.nicks.remove(nick)) {
                    came.add(nick);
                }
            }
            case OTHER -> others.add(nick);
            case UNKNOWN -> unknown.add(nick);
        }
    }

    void left(String nick, Instant at, boolean isSmall) {
        moved(at, isSmall);
        if (!others.nicks.remove(nick) && !unknown.nicks.remove(nick) && !came.nicks.remove(nick)) {
            left.add(nick);
        }
    }

    private void moved(Instant at, boolean isSmall) {
        last = at;
        inSmallRoom = isSmall;
    }

    /// None where nobody moved in the end.
    List<RoomNotice> notices() {
        var notices = new ArrayList<RoomNotice>();
        if (!came.isEmpty() || !left.isEmpty()) {
            notices.add(
                    new RoomNotice.Moves(
                            came.number(numbers), last, came.people(), left.people(), inSmallRoom));
        }
        add(notices, others, true);
        add(notices, unknown, false);
        return notices;
    }

    private void add(List<RoomNotice> notices, Side side, boolean isCertain) {
        if (!side.isEmpty()) {
            notices.add(
                    new RoomNotice.Succeeded(side.number(numbers), last, side.people(), isCertain));
        }
    }
}
