package kith.model;

import java.time.Instant;

/// What all devices of the user know of what they have chosen for a chat.
///
/// @param mute its end to the millisecond
public record SharedFlags(boolean isPinned, Mute mute) {

    /// Of a chat for which nothing was chosen.
    public static final SharedFlags NONE = new SharedFlags(false, new Mute.Off());

    /// What holds now where both this and the others have changed since they were last equal: each
    /// change of this one's, and of the others' what this one has not changed. A mute that has
    /// merely ended here was not changed: nobody has chosen that.
    ///
    /// @param before what both were then
    public SharedFlags over(SharedFlags before, SharedFlags others, Instant now) {
        boolean isUnchanged = mute.equals(before.mute) || mute.equals(before.mute.at(now));
        return new SharedFlags(
                isPinned == before.isPinned ? others.isPinned : isPinned,
                (isUnchanged ? others.mute : mute).at(now));
    }
}
