package kith.session.chat;

import kith.model.Hole;
import kith.model.Message;
import kith.model.MessageKey;
import kith.model.Reaction;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The part of a chat that is on screen and around it.
///
/// @param messages oldest first
/// @param isAtStart whether nothing older is in the store
/// @param isAtEnd whether nothing newer is in the store
/// @param isLoading whether a page is being read
/// @param firstUnread the first that came since the user last read, when the chat was opened
/// @param holes where others are missing, or may be
/// @param reactions the emoji that stand at the messages; of those that have any
/// @param answered the messages that they answer; of those that answer one that is here
/// @param beyond what others have said of late that is newer than the last message here, which is
///   not the newest; in no order, and only so many
public record Timeline(
        List<Message> messages,
        boolean isAtStart,
        boolean isAtEnd,
        boolean isLoading,
        Optional<MessageKey> firstUnread,
        List<Hole> holes,
        Map<MessageKey, List<Reaction>> reactions,
        Map<MessageKey, Message> answered,
        List<Message> beyond) {

    static final Timeline EMPTY =
            new Timeline(List.of(), false, true, true, Optional.empty(), List.of());

    /// One without reactions and replies.
    public Timeline(
            List<Message> messages,
            boolean isAtStart,
            boolean isAtEnd,
            boolean isLoading,
            Optional<MessageKey> firstUnread,
            List<Hole> holes) {
        this(
                messages,
                isAtStart,
                isAtEnd,
                isLoading,
                firstUnread,
                holes,
                Map.of(),
                Map.of(),
                List.of());
    }

    /// The emoji that stand at a message, in the order in which they were first put there.
    public List<Reaction> reactions(MessageKey message) {
        return reactions.getOrDefault(message, List.of());
    }

    /// The message that another answers; empty where it answers none, or that isn't here.
    public Optional<Message> answered(MessageKey message) {
        return Optional.ofNullable(answered.get(message));
    }

    /// Whether nothing is older than the first message, here or in the archive.
    public boolean isWhole() {
        return isAtStart && (messages.isEmpty() || holeBefore(messages.getFirst().key()).isEmpty());
    }

    /// Whether messages are missing just before this one.
    public Optional<Hole> holeBefore(MessageKey message) {
        return holes.stream().filter(hole -> hole.before().equals(message)).findFirst();
    }
}
