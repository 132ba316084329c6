package kith.ui.timeline;

import kith.model.Message;
import kith.model.Reader;
import kith.session.chat.Timeline;
import kith.ui.timeline.TimelineRow.SeenBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Adds the line that says who has seen the user's newest message in a room, below that.
final class SeenRows {

    /// So many are shown by their pictures.
    private static final int MOST_FACES = 3;

    private SeenRows() {}

    /// @param rows of the timeline
    /// @param readers who said so last at the end
    static List<TimelineRow> in(
            List<TimelineRow> rows, Timeline timeline, List<Reader> readers, RoomFaces faces) {
        var seen = newest(timeline).flatMap(own -> seen(own, readers, faces));
        if (seen.isEmpty()) {
            return rows;
        }
        var more = new ArrayList<>(rows);
        for (int at = rows.size() - 1; at >= 0; at--) {
            if (rows.get(at).key().equals(seen.get().message())) {
                more.add(at + 1, seen.get());
            }
        }
        return more;
    }

    /// What the user said last to all, if that is here and can be seen: it has words.
    private static Optional<Message> newest(Timeline timeline) {
        return timeline.isAtEnd()
                ? timeline.messages().reversed().stream()
                        .filter(message -> message.isMine() && !message.isPrivate())
                        .filter(message -> message.words().isPresent())
                        .findFirst()
                        .filter(message -> message.ids().archive().isPresent())
                : Optional.empty();
    }

    private static Optional<SeenBy> seen(Message own, List<Reader> readers, RoomFaces faces) {
        var all = Reader.ofMessage(own, readers.reversed());
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new SeenBy(
                                own.key(),
                                all.stream().limit(MOST_FACES).map(faces::of).toList(),
                                Math.max(0, all.size() - MOST_FACES)));
    }
}
