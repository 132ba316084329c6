package kith.ui.timeline;

import kith.model.Occupant.Affiliation;
import kith.model.RoomNotice;
import kith.model.RoomNotice.AffiliationChanged;
import kith.model.RoomNotice.Announced;
import kith.model.RoomNotice.Announcement;
import kith.model.RoomNotice.Continued;
import kith.model.RoomNotice.Moves;
import kith.model.RoomNotice.People;
import kith.model.RoomNotice.Removed;
import kith.model.RoomNotice.Renamed;
import kith.model.RoomNotice.RoleChanged;
import kith.model.RoomNotice.Succeeded;
import kith.ui.text.OneLine;
import kith.ui.text.Texts;

/// The sentences of what happened to people in a room, to the room, or to a chat. Nicks and reasons
/// are others' words: on one line, and no longer than names are.
final class NoticeWords {

    private final Texts texts;

    NoticeWords(Texts texts) {
        this.texts = texts;
    }

    String of(RoomNotice notice) {
        return switch (notice) {
            case Moves moves -> moves(moves);
            case Succeeded succeeded -> succeeded(succeeded);
            case Removed removed -> removed(removed);
            case AffiliationChanged changed -> affiliation(changed);
            case RoleChanged changed -> role(changed);
            case Renamed renamed -> renamed(renamed);
            case Continued(_, _, _, var name) -> texts.say("timeline.notice.continued", tame(name));
            case Announced announced -> announced(announced.what());
        };
    }

    private String announced(Announcement what) {
        return switch (what) {
            case RECORDED -> texts.say("timeline.notice.recorded");
            case RECORDED_NOW -> texts.say("timeline.notice.recorded.now");
            case RECORDED_NO_MORE -> texts.say("timeline.notice.recorded.noMore");
            case ADDRESSES_SHOWN -> texts.say("timeline.notice.addresses.shown");
            case ADDRESSES_SHOWN_NOW -> texts.say("timeline.notice.addresses.shown.now");
            case ADDRESSES_FOR_MODERATORS -> texts.say("timeline.notice.addresses.moderators");
            case ADDRESSES_HIDDEN -> texts.say("timeline.notice.addresses.hidden");
            case SETTINGS_CHANGED -> texts.say("timeline.notice.settings");
        };
    }

    private String moves(Moves moves) {
        var came = moves.came();
        var left = moves.left();
        if (left.isNobody()) {
            return texts.count("timeline.notice.joined", came.count(), who(came));
        }
        return came.isNobody()
                ? texts.count("timeline.notice.left", left.count(), who(left))
                : texts.say("timeline.notice.joinedAndLeft", who(came), oneOrCount(left));
    }

    private String succeeded(Succeeded succeeded) {
        var who = succeeded.who();
        return succeeded.isCertain()
                ? texts.count("timeline.notice.succeeded", who.count(), who(who))
                : texts.count("timeline.notice.maybeSucceeded", who.count(), who(who));
    }

    private String who(People people) {
        var first = tame(people.first().stream().findFirst().orElse("")); // empty: others only
        return switch (people.count()) {
            case 1 -> first;
            case 2 ->
                    texts.say(
                            "timeline.notice.two",
                            first,
                            tame(people.first().stream().skip(1).findFirst().orElse("")));
            default -> texts.count("timeline.namesAndMore", people.count() - 1L, first);
        };
    }

    private String oneOrCount(People people) {
        return people.count() == 1 ? who(people) : Integer.toString(people.count());
    }

    private String removed(Removed removed) {
        var nick = tame(removed.nick());
        var by = tame(removed.how().by());
        var why = OneLine.of(removed.how().reason());
        return switch (removed.how().cause()) {
            case BANNED -> banned(nick, by, why);
            case NO_LONGER_MEMBER -> texts.say("timeline.notice.noLongerMember", nick);
            case MEMBERS_ONLY_NOW -> texts.say("timeline.notice.membersOnlyNow", nick);
            case KICKED, DESTROYED, SERVICE_SHUTDOWN, CONNECTION_LOST -> kicked(nick, by, why);
        };
    }

    private String kicked(String nick, String by, String why) {
        if (by.isEmpty()) {
            return why.isEmpty()
                    ? texts.say("timeline.notice.removed", nick)
                    : texts.say("timeline.notice.removed.why", nick, why);
        }
        return why.isEmpty()
                ? texts.say("timeline.notice.removed.by", nick, by)
                : texts.say("timeline.notice.removed.byAndWhy", nick, by, why);
    }

    private String banned(String nick, String by, String why) {
        if (by.isEmpty()) {
            return why.isEmpty()
                    ? texts.say("timeline.notice.banned", nick)
                    : texts.say("timeline.notice.banned.why", nick, why);
        }
        return why.isEmpty()
                ? texts.say("timeline.notice.banned.by", nick, by)
                : texts.say("timeline.notice.banned.byAndWhy", nick, by, why);
    }

    private String affiliation(AffiliationChanged changed) {
        var nick = tame(changed.nick());
        boolean isMe = changed.isMe();
        return switch (changed.to()) {
            case OWNER ->
                    isMe
                            ? texts.say("timeline.notice.owner.me")
                            : texts.say("timeline.notice.owner", nick);
            case ADMIN ->
                    isMe
                            ? texts.say("timeline.notice.admin.me")
                            : texts.say("timeline.notice.admin", nick);
            case MEMBER ->
                    isMe
                            ? texts.say("timeline.notice.member.me")
                            : texts.say("timeline.notice.member", nick);
            case NONE -> noLonger(changed.from(), nick, isMe);
        };
    }

    private String noLonger(Affiliation from, String nick, boolean isMe) {
        return switch (from) {
            case OWNER ->
                    isMe
                            ? texts.say("timeline.notice.noOwner.me")
                            : texts.say("timeline.notice.noOwner", nick);
            case ADMIN ->
                    isMe
                            ? texts.say("timeline.notice.noAdmin.me")
                            : texts.say("timeline.notice.noAdmin", nick);
            case MEMBER, NONE ->
                    isMe
                            ? texts.say("timeline.notice.noMember.me")
                            : texts.say("timeline.notice.noMember", nick);
        };
    }

    private String role(RoleChanged changed) {
        var nick = tame(changed.nick());
        boolean isMe = changed.isMe();
        return switch (changed.to()) {
            case MODERATOR ->
                    isMe
                            ? texts.say("timeline.notice.moderator.me")
                            : texts.say("timeline.notice.moderator", nick);
            case PARTICIPANT ->
                    switch (changed.from()) {
                        case MODERATOR, PARTICIPANT ->
                                isMe
                                        ? texts.say("timeline.notice.noModerator.me")
                                        : texts.say("timeline.notice.noModerator", nick);
                        case VISITOR ->
                                isMe
                                        ? texts.say("timeline.notice.voice.me")
                                        : texts.say("timeline.notice.voice", nick);
                    };
            case VISITOR ->
                    isMe
                            ? texts.say("timeline.notice.noVoice.me")
                            : texts.say("timeline.notice.noVoice", nick);
        };
    }

    private String renamed(Renamed renamed) {
        var to = tame(renamed.to());
        return renamed.isMe()
                ? texts.say("timeline.notice.renamed.me", to)
                : texts.say("timeline.notice.renamed", tame(renamed.from()), to);
    }

    private static String tame(String nick) {
        return TimelineWords.tame(nick);
    }
}
