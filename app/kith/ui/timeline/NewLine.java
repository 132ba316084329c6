package kith.ui.timeline;

import kith.model.Message;
import kith.model.MessageKey;
import kith.session.chat.Timeline;

import java.util.List;
import java.util.Optional;

/// Where the line of new messages stands: above the first that came while the user wasn't looking.
final class NewLine {

    private Optional<MessageKey> from = Optional.empty();
    private Optional<MessageKey> taken = Optional.empty();
    private Optional<MessageKey> lastSeen = Optional.empty();
    private boolean isAttended;

    /// The message above which the line stands.
    Optional<MessageKey> from() {
        return from;
    }

    /// Follows the newest state of the chat.
    void follow(Timeline timeline) {
        var messages = timeline.messages();
        if (timeline.firstUnread().isPresent() && !timeline.firstUnread().equals(taken)) {
            from = timeline.firstUnread();
            taken = from; // from here on the line goes by what the user does
        }
        if (!isAttended && from.isEmpty()) {
            from = firstIncomingAfterLastSeen(messages);
        }
        if (isAttended && !messages.isEmpty()) {
            lastSeen = Optional.of(messages.getLast().key());
        }
        if (from.isPresent() && answered(messages)) {
            from = Optional.empty();
        }
    }

    /// The user looks at the chat, or away from it. Looking away ends what was new.
    void attend(boolean isAttended) {
        if (this.isAttended && !isAttended) {
            from = Optional.empty();
        }
        this.isAttended = isAttended;
    }

    void dismiss() {
        from = Optional.empty();
    }

    /// Whether the user has written below the line.
    private boolean answered(List<Message> messages) {
        for (var message : messages.reversed()) {
            if (message.isMine()) {
                return true;
            }
            if (message.key().equals(from.orElseThrow())) {
                return false;
            }
        }
        return false;
    }

    private Optional<MessageKey> firstIncomingAfterLastSeen(List<Message> messages) {
        Optional<MessageKey> first = Optional.empty();
        for (var message : messages.reversed()) {
            if (lastSeen.isPresent() && message.key().equals(lastSeen.get())) {
                return first;
            }
            if (!message.isMine()) {
                first = Optional.of(message.key());
            }
        }
        return Optional.empty(); // the window has moved on; where the user stopped isn't in it
    }
}
