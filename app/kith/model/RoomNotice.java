package kith.model;

import kith.model.Occupant.Affiliation;
import kith.model.Occupant.Role;

import org.jxmpp.jid.BareJid;

import java.time.Instant;
import java.util.List;

/// What happened to people in a room, to the room while we were in it, or to a chat of two. Nobody
/// said it, and it is no part of the history.
public sealed interface RoomNotice {

    /// Stays the same while a notice grows, and is another for each notice of a room.
    long number();

    /// When it happened, the last of it.
    Instant at();

    /// People came and left with nothing said in between. Who did both is not told.
    ///
    /// @param inSmallRoom whether the room has so few people that each of them counts
    record Moves(long number, Instant at, People came, People left, boolean inSmallRoom)
            implements RoomNotice {}

    /// People have come by nicks that others had before, with nothing said in between.
    ///
    /// @param isCertain whether the room lets us see that they are others; else it doesn't say
    record Succeeded(long number, Instant at, People who, boolean isCertain)
            implements RoomNotice {}

    /// Someone else was put out.
    ///
    /// @param how why, by whom and with which words
    record Removed(long number, Instant at, String nick, RoomState.Removed how)
            implements RoomNotice {}

    /// Someone, maybe we, has another lasting standing now (XEP-0045 §9, §10).
    record AffiliationChanged(
            long number, Instant at, String nick, boolean isMe, Affiliation from, Affiliation to)
            implements RoomNotice {}

    /// Someone, maybe we, may do other things now (XEP-0045 §8, §9).
    record RoleChanged(long number, Instant at, String nick, boolean isMe, Role from, Role to)
            implements RoomNotice {}

    /// Someone, maybe we, has another nick now (XEP-0045 §7.6).
    record Renamed(long number, Instant at, boolean isMe, String from, String to)
            implements RoomNotice {}

    /// A chat of two goes on in a group (XEP-0045 §7.9).
    ///
    /// @param name of the group, as it is known now
    record Continued(long number, Instant at, BareJid group, String name) implements RoomNotice {}

    /// The room has said what it is, or is from now on (XEP-0045 §7.2.3, §10.2.1).
    record Announced(long number, Instant at, Announcement what) implements RoomNotice {}

    /// What a room says of itself.
    enum Announcement {
        /// What is said is written down where others may read it: since before we came.
        RECORDED,
        RECORDED_NOW,
        RECORDED_NO_MORE,
        /// Everyone sees everyone's address: since before we came.
        ADDRESSES_SHOWN,
        ADDRESSES_SHOWN_NOW,
        /// Only moderators see them.
        ADDRESSES_FOR_MODERATORS,
        ADDRESSES_HIDDEN,
        /// Something else.
        SETTINGS_CHANGED;

        /// Whether it is one that the user must be warned of (XEP-0045 §13.2, §13.4).
        public boolean isWarning() {
            return switch (this) {
                case RECORDED, RECORDED_NOW, ADDRESSES_SHOWN, ADDRESSES_SHOWN_NOW -> true;
                case RECORDED_NO_MORE,
                        ADDRESSES_FOR_MODERATORS,
                        ADDRESSES_HIDDEN,
                        SETTINGS_CHANGED ->
                        false;
            };
        }
    }

    /// Some people.
    ///
    /// @param first the nicks of the first of them, at most [#NAMED]
    /// @param count of all
    record People(List<String> first, int count) {

        public static final int NAMED = 3;

        public boolean isNobody() {
            return count == 0;
        }
    }
}
