package kith.session.room;

import kith.model.RoomNotice;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;

/// The newest notices of one room. Core lane only.
final class NoticeBoard {

    /// Older ones are let go: nobody reads what people did in a crowd long ago.
    static final int MOST = 100;

    private final ArrayDeque<RoomNotice> notices = new ArrayDeque<>();
    private Optional<Moves> moves = Optional.empty();
    private long numbers;

    void came(String nick, Newcomer who, Instant at, boolean isSmall) {
        moves().came(nick, who, at, isSmall);
    }

    void left(String nick, Instant at, boolean isSmall) {
        moves().left(nick, at, isSmall);
    }

    /// Something else than coming and leaving.
    ///
    /// @param notice makes it, with the number it gets
    void add(LongFunction<RoomNotice> notice) {
        close();
        put(notice.apply(numbers++));
    }

    /// Who comes and leaves from now on is told apart from those before.
    void close() {
        moves.map(Moves::notices).ifPresent(all -> all.forEach(this::put));
        moves = Optional.empty();
    }

    /// All that is known, oldest first.
    List<RoomNotice> all() {
        var all = new ArrayList<RoomNotice>(notices);
        moves.map(Moves::notices).ifPresent(all::addAll);
        return List.copyOf(all);
    }

    private Moves moves() {
        if (moves.isEmpty()) {
            moves = Optional.of(new Moves(() -> numbers++));
        }
        return moves.get();
    }

    private void put(RoomNotice notice) {
        notices.add(notice);
        if (notices.size() > MOST) {
            notices.remove();
        }
    }
}
