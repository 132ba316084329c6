package kith.ui.room;

import kith.model.Refusal;
import kith.model.Room;
import kith.model.RoomState;
import kith.ui.text.Texts;

/// The sentences that say why the user isn't in a room.
final class RoomSentences {

    private final Texts texts;

    RoomSentences(Texts texts) {
        this.texts = texts;
    }

    /// What happened; empty while the user is in the room.
    String sentence(Room room) {
        return switch (room.state()) {
            case RoomState.Joined() -> "";
            case RoomState.Joining() -> texts.say("room.joining", room.name());
            case RoomState.Left() -> texts.say("room.left", room.name());
            case RoomState.Refused(Refusal refusal) -> refused(room, refusal.reason());
            case RoomState.Removed removed -> removed(room, removed);
        };
    }

    /// What the room or a moderator wrote about it, in their words; empty for nothing.
    String theirWords(Room room) {
        var words =
                switch (room.state()) {
                    case RoomState.Refused(Refusal refusal) -> refusal.text();
                    case RoomState.Removed removed -> removed.reason();
                    case RoomState.Joined(), RoomState.Joining(), RoomState.Left() -> "";
                };
        return words.isBlank() ? "" : texts.say("room.theirWords", words.strip());
    }

    /// Why the room has not the subject that the user wanted.
    String subjectRefused(Room room, Refusal refusal) {
        return switch (refusal.reason()) {
            case FORBIDDEN, NOT_ALLOWED -> texts.say("room.subject.refused.forbidden");
            case NOT_ACCEPTABLE, NOT_FOUND -> texts.say("room.subject.refused.notIn");
            case OFFLINE -> texts.say("room.subject.refused.offline");
            case LIMIT -> texts.say("room.subject.refused.limit");
            case SERVER_NOT_REACHED ->
                    texts.say("room.refused.serverNotReached", room.key().peer().getDomain());
            case TIMED_OUT -> texts.say("room.refused.timedOut", room.key().peer().getDomain());
            case PASSWORD_NEEDED,
                    MEMBERS_ONLY,
                    NICK_TAKEN,
                    UNAVAILABLE,
                    BAD_ADDRESS,
                    NOT_SUPPORTED,
                    UNSAFE,
                    FILE_GONE,
                    OTHER ->
                    texts.say("room.subject.refused.other");
        };
    }

    /// What the button says; empty where there is nothing to do.
    String remedy(Remedy remedy) {
        return switch (remedy) {
            case NONE -> "";
            case JOIN, PASSWORD, OTHER_NICK -> texts.say("room.remedy.join");
            case JOIN_AGAIN -> texts.say("room.remedy.joinAgain");
            case TRY_AGAIN -> texts.say("room.remedy.tryAgain");
            case GO_THERE -> texts.say("room.remedy.goThere");
        };
    }

    private String refused(Room room, Refusal.Reason reason) {
        return switch (reason) {
            case FORBIDDEN -> texts.say("room.refused.forbidden");
            case PASSWORD_NEEDED -> texts.say("room.refused.passwordNeeded");
            case MEMBERS_ONLY -> texts.say("room.refused.membersOnly");
            case NICK_TAKEN -> texts.say("room.refused.nickTaken", room.nick());
            case NOT_ACCEPTABLE -> texts.say("room.refused.notAcceptable", room.nick());
            case NOT_ALLOWED -> texts.say("room.refused.notAllowed");
            case NOT_FOUND -> texts.say("room.refused.notFound", room.key().peer());
            case UNAVAILABLE -> texts.say("room.refused.unavailable");
            case SERVER_NOT_REACHED ->
                    texts.say("room.refused.serverNotReached", room.key().peer().getDomain());
            case LIMIT -> texts.say("room.refused.limit");
            case BAD_ADDRESS -> texts.say("room.refused.badNick", room.nick());
            case TIMED_OUT -> texts.say("room.refused.timedOut", room.key().peer().getDomain());
            case OFFLINE -> texts.say("room.refused.offline");
            case NOT_SUPPORTED, UNSAFE, FILE_GONE, OTHER -> texts.say("room.refused.other");
        };
    }

    private String removed(Room room, RoomState.Removed removed) {
        boolean isNamed = !removed.by().isBlank();
        return switch (removed.cause()) {
            case KICKED ->
                    isNamed
                            ? texts.say("room.removed.kickedBy", removed.by())
                            : texts.say("room.removed.kicked");
            case BANNED ->
                    isNamed
                            ? texts.say("room.removed.bannedBy", removed.by())
                            : texts.say("room.removed.banned");
            case NO_LONGER_MEMBER -> texts.say("room.removed.noLongerMember");
            case MEMBERS_ONLY_NOW -> texts.say("room.removed.membersOnlyNow");
            case DESTROYED -> texts.say("room.removed.destroyed");
            case SERVICE_SHUTDOWN ->
                    texts.say("room.removed.serviceShutdown", room.key().peer().getDomain());
            case CONNECTION_LOST -> texts.say("room.removed.connectionLost");
        };
    }
}
