package kith.ui.room;

import kith.model.Refusal;
import kith.model.Room;
import kith.model.RoomState;
import kith.ui.text.Nicks;

/// What the user can do about not being in a room; `room.remedy.<value>` in the texts.
public enum Remedy {
    /// Nothing: it is up to others.
    NONE,
    /// Enter it.
    JOIN,
    /// Enter it again after having been put out.
    JOIN_AGAIN,
    /// Ask again: the cause may be gone.
    TRY_AGAIN,
    /// Give the password.
    PASSWORD,
    /// Choose another nick.
    OTHER_NICK,
    /// Go to the room that is there instead.
    GO_THERE;

    /// What mends a room's state; nothing for one that needs no mending.
    static Remedy of(Room room) {
        return switch (room.state()) {
            case RoomState.Joined(), RoomState.Joining() -> NONE;
            case RoomState.Left() -> room.nick().isBlank() ? OTHER_NICK : JOIN;
            case RoomState.Refused(Refusal refusal) -> of(refusal.reason());
            case RoomState.Removed removed when removed.alternative().isPresent() -> GO_THERE;
            case RoomState.Removed removed -> of(removed.cause());
        };
    }

    /// Whether the user is out for not being a member, which they may become.
    static boolean isForMembers(Room room) {
        return switch (room.state()) {
            case RoomState.Refused(Refusal refusal) ->
                    refusal.reason() == Refusal.Reason.MEMBERS_ONLY;
            case RoomState.Removed removed ->
                    removed.cause() == RoomState.Cause.NO_LONGER_MEMBER
                            || removed.cause() == RoomState.Cause.MEMBERS_ONLY_NOW;
            case RoomState.Joined(), RoomState.Joining(), RoomState.Left() -> false;
        };
    }

    /// The nick to begin with where another is needed.
    static String nick(Room room) {
        boolean isTaken =
                room.state() instanceof RoomState.Refused(Refusal refusal)
                        && refusal.reason() == Refusal.Reason.NICK_TAKEN;
        return isTaken ? Nicks.after(room.nick()) : room.nick();
    }

    private static Remedy of(Refusal.Reason reason) {
        return switch (reason) {
            case FORBIDDEN, NOT_ALLOWED, NOT_SUPPORTED, UNSAFE, FILE_GONE -> NONE;
            case PASSWORD_NEEDED -> PASSWORD;
            case NICK_TAKEN, NOT_ACCEPTABLE, BAD_ADDRESS -> OTHER_NICK;
            case MEMBERS_ONLY,
                    NOT_FOUND,
                    UNAVAILABLE,
                    SERVER_NOT_REACHED,
                    LIMIT,
                    TIMED_OUT,
                    OFFLINE,
                    OTHER ->
                    TRY_AGAIN;
        };
    }

    private static Remedy of(RoomState.Cause cause) {
        return switch (cause) {
            case KICKED, CONNECTION_LOST -> JOIN_AGAIN;
            case BANNED, DESTROYED -> NONE;
            case NO_LONGER_MEMBER, MEMBERS_ONLY_NOW, SERVICE_SHUTDOWN -> TRY_AGAIN;
        };
    }
}
