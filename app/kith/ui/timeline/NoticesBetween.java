package kith.ui.timeline;

import kith.model.Message;
import kith.model.RoomNotice;
import kith.model.RoomNotice.Moves;
import kith.model.RoomNotice.People;
import kith.session.chat.Timeline;
import kith.ui.timeline.TimelineRow.Notice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The notices of a room on their way into the rows of a window: each stands before the first
/// message that is later.
///
/// Of what happened before the first message of the window it is not known where it belongs, unless
/// the window begins where the history does.
final class NoticesBetween {

    /// So few people who moved in a small room have a line each.
    private static final int LINES = 3;

    private final List<RoomNotice> notices;
    private int next;

    NoticesBetween(List<RoomNotice> notices, Timeline timeline) {
        this.notices = notices;
        if (!timeline.isAtStart() && !timeline.messages().isEmpty()) {
            var first = timeline.messages().getFirst().at();
            while (isBefore(first)) {
                next++;
            }
        }
    }

    /// Whether one stands right before a message.
    boolean areBefore(Message message) {
        return isBefore(message.at());
    }

    /// Takes the rows that stand right before a message.
    List<Notice> takeBefore(Message message) {
        if (!areBefore(message)) {
            return List.of();
        }
        var taken = new ArrayList<Notice>();
        while (isBefore(message.at())) {
            taken.addAll(rows(notices.get(next++)));
        }
        return taken;
    }

    /// Takes those that stand after all messages.
    List<Notice> takeRest() {
        var taken = new ArrayList<Notice>();
        while (next < notices.size()) {
            taken.addAll(rows(notices.get(next++)));
        }
        return taken;
    }

    private boolean isBefore(Instant at) {
        return next < notices.size() && notices.get(next).at().isBefore(at);
    }

    private static List<Notice> rows(RoomNotice notice) {
        return notice instanceof Moves moves
                        && moves.inSmallRoom()
                        && moves.came().count() + moves.left().count() <= LINES
                ? each(moves)
                : List.of(new Notice(notice.number(), notice));
    }

    private static List<Notice> each(Moves moves) {
        var rows = new ArrayList<Notice>();
        for (var nick : moves.came().first()) {
            rows.add(one(moves, nick, List.of(nick), List.of()));
        }
        for (var nick : moves.left().first()) {
            rows.add(one(moves, nick, List.of(), List.of(nick)));
        }
        return rows;
    }

    private static Notice one(Moves moves, String nick, List<String> came, List<String> left) {
        return new Notice(
                List.of(moves.number(), nick),
                new Moves(
                        moves.number(),
                        moves.at(),
                        new People(came, came.size()),
                        new People(left, left.size()),
                        true));
    }
}
