package kith.ui.timeline;

import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

import kith.model.Delivery;
import kith.model.Message;
import kith.model.MessageKey;
import kith.session.chat.Timeline;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// How many messages of others came below what the reader of a timeline sees.
///
/// What was seen last may be outside of what the timeline holds, which lets go of it at either end:
/// what came since is remembered. FX thread only.
final class UnseenBelow {

    /// Beyond so many nobody counts.
    private static final int MOST = 1_000;

    private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper(this, "count");
    private Optional<Message> newestSeen = Optional.empty();

    /// What others have said since.
    private final Set<MessageKey> unseen = new HashSet<>();

    private boolean isAtBottom = true;

    /// At most 1,000.
    ReadOnlyIntegerProperty countProperty() {
        return count.getReadOnlyProperty();
    }

    /// Says where the reader is: at the newest message, or further up.
    void reading(boolean atBottom, Timeline timeline) {
        if (isAtBottom != atBottom) {
            isAtBottom = atBottom;
            follow(timeline);
        }
    }

    /// Counts what is new in the timeline.
    void follow(Timeline timeline) {
        if (isAtBottom && timeline.isAtEnd()) {
            newestSeen = newestInPlace(timeline);
            unseen.clear();
        } else {
            Stream.concat(timeline.messages().stream(), timeline.beyond().stream())
                    .filter(this::isUnseen)
                    .map(Message::key)
                    .takeWhile(_ -> unseen.size() < MOST)
                    .forEach(unseen::add);
        }
        count.set(unseen.size());
    }

    /// One of ours that waits stands last, and what comes stands before it.
    private static Optional<Message> newestInPlace(Timeline timeline) {
        return timeline.messages().reversed().stream()
                .filter(message -> !Delivery.isOutstanding(message.delivery()))
                .findFirst();
    }

    private boolean isUnseen(Message message) {
        return !message.isMine()
                && newestSeen
                        .filter(seen -> Message.IN_ORDER.compare(message, seen) <= 0)
                        .isEmpty();
    }
}
