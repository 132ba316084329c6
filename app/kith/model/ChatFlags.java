package kith.model;

import java.util.Optional;

/// What the user has chosen for one chat.
///
/// @param pinned its place among the pinned chats; they need not be without gaps
/// @param alerts where it isn't muted; empty: as usual ([Alerts#usual])
/// @param archived where the list of chats leaves it out
/// @param isMarkedUnread whether the user wants to see it as unread, though nothing in it is
public record ChatFlags(
        Optional<Integer> pinned,
        Mute mute,
        Optional<Alerts> alerts,
        Optional<Archived> archived,
        boolean isMarkedUnread) {

    /// Of a chat for which nothing was chosen.
    public static final ChatFlags NONE =
            new ChatFlags(Optional.empty(), new Mute.Off(), Optional.empty(), false);

    public ChatFlags {
        SharedFlags.check(alerts);
    }

    /// Of a chat whose alerts are as usual.
    public ChatFlags(
            Optional<Integer> pinned,
            Mute mute,
            Optional<Archived> archived,
            boolean isMarkedUnread) {
        this(pinned, mute, Optional.empty(), archived, isMarkedUnread);
    }

    public boolean isPinned() {
        return pinned.isPresent();
    }

    public boolean isMuted() {
        return !(mute instanceof Mute.Off);
    }

    public boolean isArchived() {
        return archived.isPresent();
    }

    /// Of what the user is told now.
    ///
    /// @param usual of such a chat
    public Alerts alerts(Alerts usual) {
        return isMuted() ? Alerts.NEVER : alerts.orElse(usual);
    }

    /// What they have chosen to be told of, whatever a mute that ends by itself keeps from them
    /// meanwhile.
    ///
    /// @param usual of such a chat
    public Alerts choice(Alerts usual) {
        return mute instanceof Mute.Always ? Alerts.NEVER : alerts.orElse(usual);
    }

    public ChatFlags withPinned(Optional<Integer> place) {
        return new ChatFlags(place, mute, alerts, archived, isMarkedUnread);
    }

    public ChatFlags withMute(Mute other) {
        return new ChatFlags(pinned, other, alerts, archived, isMarkedUnread);
    }

    public ChatFlags withAlerts(Optional<Alerts> other) {
        return new ChatFlags(pinned, mute, other, archived, isMarkedUnread);
    }

    /// The same with another choice. Of one who is never to be told, what it was before comes back
    /// with the end of that; a mute that ends by itself goes on beside any other.
    public ChatFlags choosing(Alerts choice) {
        if (choice == Alerts.NEVER) {
            return withMute(new Mute.Always());
        }
        var chosen = withAlerts(Optional.of(choice));
        return mute instanceof Mute.Always ? chosen.withMute(new Mute.Off()) : chosen;
    }

    public ChatFlags withArchived(Optional<Archived> other) {
        return new ChatFlags(pinned, mute, alerts, other, isMarkedUnread);
    }

    public ChatFlags withMarkedUnread(boolean isMarked) {
        return new ChatFlags(pinned, mute, alerts, archived, isMarked);
    }

    /// Left out until something newer comes.
    ///
    /// @param newest the newest message when it was archived; none where there was none
    public record Archived(Optional<MessageKey> newest) {}
}
