package kith.session.room;

import kith.model.AccountId;
import kith.model.ChatKey;
import kith.model.RoomNotice.Announcement;
import kith.model.RoomState;
import kith.model.RoomTraits.Trait;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What is to be told of what a room says that it is. A change always is. Of what it was when it
/// let us in, the user is warned: that everyone sees their address, when they enter it for the
/// first time; that what is said is recorded, once in each run of the program.
///
/// Core lane only.
final class Announcements {

    /// The rooms of which it was told that they record what is said.
    private final Set<ChatKey> recorded = new HashSet<>();

    /// What was told last of a room, with nothing said since.
    private final Map<ChatKey, Announcement> newest = new HashMap<>();

    /// What a room is now, and is no more; nothing that was told just before.
    List<Announcement> of(RoomVisit visit, Set<Trait> now, Set<Trait> noMore) {
        boolean isIn = visit.room().state() instanceof RoomState.Joined;
        var all = isIn ? changes(now, noMore) : found(visit, now);
        if (now.contains(Trait.LOGGED)) {
            recorded.add(visit.key());
        } else if (noMore.contains(Trait.LOGGED)) {
            recorded.remove(visit.key());
        }
        return all.stream().filter(it -> newest.put(visit.key(), it) != it).toList();
    }

    /// Something else was set, or what was just told.
    List<Announcement> ofSettings(ChatKey room) {
        return newest.putIfAbsent(room, Announcement.SETTINGS_CHANGED) == null
                ? List.of(Announcement.SETTINGS_CHANGED)
                : List.of();
    }

    /// Something was said.
    void interrupted(ChatKey room) {
        newest.remove(room);
    }

    /// The account is gone.
    void forget(AccountId account) {
        recorded.removeIf(room -> room.account().equals(account));
        newest.keySet().removeIf(room -> room.account().equals(account));
    }

    private static List<Announcement> changes(Set<Trait> now, Set<Trait> noMore) {
        var all = new ArrayList<Announcement>(2);
        if (now.contains(Trait.NON_ANONYMOUS)) {
            all.add(Announcement.ADDRESSES_SHOWN_NOW);
        } else if (now.contains(Trait.SEMI_ANONYMOUS)) {
            all.add(Announcement.ADDRESSES_FOR_MODERATORS);
        } else if (noMore.contains(Trait.NON_ANONYMOUS)) {
            all.add(Announcement.ADDRESSES_HIDDEN);
        }
        if (now.contains(Trait.LOGGED)) {
            all.add(Announcement.RECORDED_NOW);
        } else if (noMore.contains(Trait.LOGGED)) {
            all.add(Announcement.RECORDED_NO_MORE);
        }
        return all;
    }

    private List<Announcement> found(RoomVisit visit, Set<Trait> now) {
        var all = new ArrayList<Announcement>(2);
        if (now.contains(Trait.NON_ANONYMOUS) && !visit.hasBeenIn()) {
            all.add(Announcement.ADDRESSES_SHOWN);
        }
        if (now.contains(Trait.LOGGED) && !recorded.contains(visit.key())) {
            all.add(Announcement.RECORDED);
        }
        return all;
    }
}
