package kith.model;

import kith.model.Occupant.Affiliation;
import kith.model.Occupant.Role;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// What somebody in a room may do to others there, by the tables of XEP-0045 §§5.1.1, 5.1.3, 5.2.1
/// and 5.2.2. A room may be stricter: it says so when it is asked.
public final class RoomRights {

    private RoomRights() {}

    /// What we may do to somebody in the room.
    ///
    /// @param me ourselves there
    public static Set<RoomAct> on(Occupant me, Occupant other) {
        var acts = other.isMe() ? EnumSet.noneOf(RoomAct.class) : onRole(me, other);
        if (other.address().isPresent()) {
            acts.addAll(on(me.affiliation(), RoomList.of(other.affiliation()), other.isMe()));
        }
        return acts;
    }

    /// What we may do to the lasting standing of somebody. Nobody bans themselves (§9.1); an owner
    /// may step down where there are others, which only the room knows (§10.4).
    ///
    /// @param theirs the list they are on; empty for none
    public static Set<RoomAct> on(Affiliation me, Optional<RoomList> theirs, boolean isMe) {
        boolean isOwner = me == Affiliation.OWNER;
        var acts = EnumSet.noneOf(RoomAct.class);
        if (!isOwner && (me != Affiliation.ADMIN || isOwnersAffair(theirs))) {
            return acts;
        }
        for (var list : RoomList.values()) {
            boolean isOther = theirs.filter(list::equals).isEmpty();
            boolean isAllowed = isOwner || !isOwnersAffair(Optional.of(list));
            boolean isSelfBan = list == RoomList.BANNED && isMe;
            if (isOther && isAllowed && !isSelfBan) {
                acts.add(RoomAct.putting(list));
            }
        }
        if (theirs.isPresent()) {
            acts.add(RoomAct.UNLIST);
        }
        return acts;
    }

    /// The lists that the room may let us see. Members see who else is one where addresses are no
    /// secret (§9.5).
    ///
    /// @param seesAddresses whether the room shows everybody's address to everybody
    public static Set<RoomList> lists(Occupant me, boolean seesAddresses) {
        return switch (me.affiliation()) {
            case OWNER -> EnumSet.allOf(RoomList.class);
            case ADMIN -> EnumSet.of(RoomList.ADMINS, RoomList.MEMBERS, RoomList.BANNED);
            case MEMBER ->
                    seesAddresses ? EnumSet.of(RoomList.MEMBERS) : EnumSet.noneOf(RoomList.class);
            case NONE -> EnumSet.noneOf(RoomList.class);
        };
    }

    /// Voice can be taken from who stands no higher, but from no owner or admin (§8.4); to put out
    /// a moderator, or to make and unmake one, takes an owner or admin (§5.1.3).
    private static EnumSet<RoomAct> onRole(Occupant me, Occupant other) {
        var acts = EnumSet.noneOf(RoomAct.class);
        boolean isAtMost = other.affiliation().compareTo(me.affiliation()) >= 0;
        boolean isModerator = me.role() == Role.MODERATOR;
        boolean isAdmin = isAdmin(me.affiliation());
        boolean isSafe = isAdmin(other.affiliation());
        switch (other.role()) {
            case VISITOR -> add(acts, RoomAct.GIVE_VOICE, isModerator);
            case PARTICIPANT -> add(acts, RoomAct.TAKE_VOICE, isModerator && isAtMost && !isSafe);
            case MODERATOR -> add(acts, RoomAct.UNMAKE_MODERATOR, isAdmin && !isSafe);
        }
        boolean isTheirs = other.role() == Role.MODERATOR;
        add(acts, RoomAct.MAKE_MODERATOR, isAdmin && !isTheirs);
        add(acts, RoomAct.KICK, isModerator && isAtMost && (isAdmin || !isTheirs));
        return acts;
    }

    private static void add(Set<RoomAct> acts, RoomAct act, boolean isAllowed) {
        if (isAllowed) {
            acts.add(act);
        }
    }

    private static boolean isAdmin(Affiliation affiliation) {
        return affiliation == Affiliation.OWNER || affiliation == Affiliation.ADMIN;
    }

    private static boolean isOwnersAffair(Optional<RoomList> list) {
        return list.filter(it -> it == RoomList.OWNERS || it == RoomList.ADMINS).isPresent();
    }
}
