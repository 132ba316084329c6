package kith.model;

import java.time.Instant;
import java.util.Optional;

/// What all devices of the user know of what they have chosen for a chat.
///
/// @param mute its end to the millisecond; "never" is a mute without an end
/// @param alerts where it isn't muted; empty: as usual
public record SharedFlags(boolean isPinned, Mute mute, Optional<Alerts> alerts) {

    /// Of a chat for which nothing was chosen.
    public static final SharedFlags NONE = new SharedFlags(false, new Mute.Off());

    public SharedFlags {
        check(alerts);
    }

    /// Of a chat whose alerts are as usual.
    public SharedFlags(boolean isPinned, Mute mute) {
        this(isPinned, mute, Optional.empty());
    }

    /// What is never to be told of has a mute.
    static void check(Optional<Alerts> alerts) {
        if (alerts.equals(Optional.of(Alerts.NEVER))) {
            throw new IllegalArgumentException("that is a mute");
        }
    }

    /// What holds now where both this and the others have changed since they were last equal: each
    /// change of this one's, and of the others' what this one has not changed. A mute that has
    /// merely ended here was not changed: nobody has chosen that.
    ///
    /// @param before what both were then
    public SharedFlags over(SharedFlags before, SharedFlags others, Instant now) {
        boolean isUnchanged = mute.equals(before.mute) || mute.equals(before.mute.at(now));
        return new SharedFlags(
                isPinned == before.isPinned ? others.isPinned : isPinned,
                (isUnchanged ? others.mute : mute).at(now),
                alerts.equals(before.alerts) ? others.alerts : alerts);
    }
}
