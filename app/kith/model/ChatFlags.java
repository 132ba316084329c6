package kith.model;

import java.util.Optional;

/// What the user has chosen for one chat.
///
/// @param pinned its place among the pinned chats; they need not be without gaps
/// @param archived where the list of chats leaves it out
/// @param isMarkedUnread whether the user wants to see it as unread, though nothing in it is
public record ChatFlags(
        Optional<Integer> pinned, Mute mute, Optional<Archived> archived, boolean isMarkedUnread) {

    /// Of a chat for which nothing was chosen.
    public static final ChatFlags NONE =
            new ChatFlags(Optional.empty(), new Mute.Off(), Optional.empty(), false);

    public boolean isPinned() {
        return pinned.isPresent();
    }

    public boolean isMuted() {
        return !(mute instanceof Mute.Off);
    }

    public boolean isArchived() {
        return archived.isPresent();
    }

    public ChatFlags withPinned(Optional<Integer> place) {
        return new ChatFlags(place, mute, archived, isMarkedUnread);
    }

    public ChatFlags withMute(Mute other) {
        return new ChatFlags(pinned, other, archived, isMarkedUnread);
    }

    public ChatFlags withArchived(Optional<Archived> other) {
        return new ChatFlags(pinned, mute, other, isMarkedUnread);
    }

    public ChatFlags withMarkedUnread(boolean isMarked) {
        return new ChatFlags(pinned, mute, archived, isMarked);
    }

    /// Left out until something newer comes.
    ///
    /// @param newest the newest message when it was archived; none where there was none
    public record Archived(Optional<MessageKey> newest) {}
}
