package kith.model;

import java.util.Optional;

/// Something that can be done to somebody's standing in a room; `roles.act.<act>` in the texts.
public enum RoomAct {
    /// Let them write (XEP-0045 §8.3).
    GIVE_VOICE,
    /// Let them only read (§8.4).
    TAKE_VOICE,
    /// Let them moderate, until they leave (§9.6).
    MAKE_MODERATOR,
    /// Let them moderate no more (§9.7).
    UNMAKE_MODERATOR,
    /// Put them out; they may come back (§8.2).
    KICK,
    /// §9.3; of an owner or admin, §10.
    MAKE_MEMBER,
    /// §10.6.
    MAKE_ADMIN,
    /// §10.3.
    MAKE_OWNER,
    /// Take them off the list they are on (§§9.4, 10.4, 10.7), also of those who are banned (§9.2).
    UNLIST,
    /// Put them out and keep them out (§9.1).
    BAN;

    /// Whether it concerns what they may do in this visit, and goes by their nick; else it concerns
    /// their lasting standing, and goes by their address.
    public boolean isOfRole() {
        return compareTo(KICK) <= 0;
    }

    /// The list on which they are after it; empty for none, and for an act on a role.
    public Optional<RoomList> list() {
        return switch (this) {
            case MAKE_OWNER -> Optional.of(RoomList.OWNERS);
            case MAKE_ADMIN -> Optional.of(RoomList.ADMINS);
            case MAKE_MEMBER -> Optional.of(RoomList.MEMBERS);
            case BAN -> Optional.of(RoomList.BANNED);
            case GIVE_VOICE, TAKE_VOICE, MAKE_MODERATOR, UNMAKE_MODERATOR, KICK, UNLIST ->
                    Optional.empty();
        };
    }

    /// What puts somebody on a list.
    public static RoomAct putting(RoomList list) {
        return switch (list) {
            case OWNERS -> MAKE_OWNER;
            case ADMINS -> MAKE_ADMIN;
            case MEMBERS -> MAKE_MEMBER;
            case BANNED -> BAN;
        };
    }
}
