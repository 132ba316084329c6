package kith.ui.room.moderation;

import kith.model.Refusal;
import kith.model.RoomAct;
import kith.model.RoomChange;
import kith.model.RoomList;
import kith.ui.text.RequestFailures;
import kith.ui.text.Texts;
import kith.ui.widget.ReasonPrompt;

import java.util.List;
import java.util.Optional;

/// The words for what is done to people in rooms, and for what rooms say to it.
public final class RoleWords {

    private static final int MOST_COUNTED = 999;

    private final Texts texts;

    public RoleWords(Texts texts) {
        this.texts = texts;
    }

    /// What the menu calls changing one's own nick.
    String rename() {
        return texts.say("room.nick.change");
    }

    /// What the menu calls writing to somebody alone.
    String whisper() {
        return texts.say("room.whisper");
    }

    /// What the menu calls an act.
    ///
    /// @param before the list that all of those are on whom it concerns
    String act(RoomAct act, Optional<RoomList> before) {
        return switch (act) {
            case GIVE_VOICE -> texts.say("roles.act.giveVoice");
            case TAKE_VOICE -> texts.say("roles.act.takeVoice");
            case MAKE_MODERATOR -> texts.say("roles.act.makeModerator");
            case UNMAKE_MODERATOR -> texts.say("roles.act.unmakeModerator");
            case KICK -> texts.say("roles.act.kick");
            case MAKE_MEMBER -> texts.say("roles.act.makeMember");
            case MAKE_ADMIN -> texts.say("roles.act.makeAdmin");
            case MAKE_OWNER -> texts.say("roles.act.makeOwner");
            case UNLIST -> unlist(before);
            case BAN -> texts.say("roles.act.ban");
        };
    }

    /// What is asked before messages are removed.
    public ReasonPrompt.Words removing(int count) {
        return new ReasonPrompt.Words(
                texts.count("roles.removal.title", count),
                texts.say("timeline.retract.note"),
                texts.say("roles.reason"),
                texts.say("timeline.keep"),
                texts.say("roles.removal.act"));
    }

    private String unlist(Optional<RoomList> before) {
        return before.map(
                        list ->
                                switch (list) {
                                    case OWNERS -> texts.say("roles.act.unlist.owners");
                                    case ADMINS -> texts.say("roles.act.unlist.admins");
                                    case MEMBERS -> texts.say("roles.act.unlist.members");
                                    case BANNED -> texts.say("roles.act.unlist.banned");
                                })
                .orElseGet(() -> texts.say("roles.act.unlist"));
    }

    /// Whether the user is asked before it is done.
    static boolean needsAsking(RoomAct act) {
        return switch (act) {
            case TAKE_VOICE, UNMAKE_MODERATOR, KICK, MAKE_OWNER, UNLIST, BAN -> true;
            case GIVE_VOICE, MAKE_MODERATOR, MAKE_MEMBER, MAKE_ADMIN -> false;
        };
    }

    /// What is asked.
    ///
    /// @param names of those whom it concerns
    ReasonPrompt.Words prompt(RoomAct act, List<String> names, Optional<RoomList> before) {
        return new ReasonPrompt.Words(
                question(act, names.size(), names.getFirst(), before),
                note(act, before),
                texts.say("roles.reason"),
                texts.say("roles.keep"),
                doing(act, before));
    }

    private String question(RoomAct act, int count, String name, Optional<RoomList> before) {
        return switch (act) {
            case TAKE_VOICE -> texts.count("roles.ask.takeVoice", count, name);
            case UNMAKE_MODERATOR -> texts.count("roles.ask.unmakeModerator", count, name);
            case KICK -> texts.count("roles.ask.kick", count, name);
            case BAN -> texts.count("roles.ask.ban", count, name);
            case MAKE_OWNER -> texts.count("roles.ask.makeOwner", count, name);
            case UNLIST ->
                    isBanned(before)
                            ? texts.count("roles.ask.unban", count, name)
                            : texts.count("roles.ask.unlist", count, name);
            case GIVE_VOICE, MAKE_MODERATOR, MAKE_MEMBER, MAKE_ADMIN ->
                    throw new IllegalArgumentException(act + " needs no asking");
        };
    }

    private String doing(RoomAct act, Optional<RoomList> before) {
        return switch (act) {
            case TAKE_VOICE -> texts.say("roles.do.takeVoice");
            case UNMAKE_MODERATOR -> texts.say("roles.do.unmakeModerator");
            case KICK -> texts.say("roles.do.kick");
            case BAN -> texts.say("roles.do.ban");
            case MAKE_OWNER -> texts.say("roles.do.makeOwner");
            case UNLIST ->
                    isBanned(before) ? texts.say("roles.do.unban") : texts.say("roles.do.unlist");
            case GIVE_VOICE, MAKE_MODERATOR, MAKE_MEMBER, MAKE_ADMIN ->
                    throw new IllegalArgumentException(act + " needs no asking");
        };
    }

    private static boolean isBanned(Optional<RoomList> before) {
        return before.filter(it -> it == RoomList.BANNED).isPresent();
    }

    private String note(RoomAct act, Optional<RoomList> before) {
        return switch (act) {
            case KICK -> texts.say("roles.note.kick");
            case BAN -> texts.say("roles.note.ban");
            case MAKE_OWNER -> texts.say("roles.note.makeOwner");
            case TAKE_VOICE -> texts.say("roles.note.takeVoice");
            case UNLIST -> isBanned(before) ? texts.say("roles.note.unban") : "";
            case GIVE_VOICE, MAKE_MODERATOR, UNMAKE_MODERATOR, MAKE_MEMBER, MAKE_ADMIN -> "";
        };
    }

    String list(RoomList list) {
        return switch (list) {
            case OWNERS -> texts.say("roles.list.owners");
            case ADMINS -> texts.say("roles.list.admins");
            case MEMBERS -> texts.say("roles.list.members");
            case BANNED -> texts.say("roles.list.banned");
        };
    }

    /// A list, and how many are on it where that is known. The exact number of many takes more room
    /// than there is beside the other lists.
    String list(RoomList list, Optional<Integer> count) {
        return count.map(
                        it ->
                                texts.say(
                                        it > MOST_COUNTED
                                                ? "roles.list.countedMore"
                                                : "roles.list.counted",
                                        list(list),
                                        Math.min(it, MOST_COUNTED)))
                .orElseGet(() -> list(list));
    }

    /// Why something is not to be; empty for nothing.
    public String sentence(Complaint complaint) {
        return switch (complaint) {
            case Complaint.None() -> "";
            case Complaint.Acts(var changes, var refusal) -> refused(changes, refusal);
            case Complaint.Answer(var nick, var refusal) ->
                    why(RoomAct.GIVE_VOICE, nick, false, refusal);
            case Complaint.Voice(var refusal) -> voiceRefused(refusal);
            case Complaint.Removing(var refusal) -> removalRefused(refusal);
            case Complaint.Listing(var list, var refusal) -> listRefused(list, refusal);
            case Complaint.NoAddress(var typed) ->
                    typed.isEmpty()
                            ? texts.say("roles.add.none")
                            : texts.say("roles.add.notAnAddress", typed);
        };
    }

    private String refused(List<RoomChange> changes, Refusal refusal) {
        var first = changes.getFirst();
        boolean isOwner = first.before().filter(it -> it == RoomList.OWNERS).isPresent();
        return changes.size() == 1
                ? why(first.act(), first.name(), isOwner, refusal)
                : texts.say("roles.refused.several", why(first.act(), "", isOwner, refusal));
    }

    private String why(RoomAct act, String name, boolean isOwner, Refusal refusal) {
        return switch (refusal.reason()) {
            case FORBIDDEN, PASSWORD_NEEDED -> texts.say("roles.refused.forbidden");
            case NOT_ALLOWED ->
                    name.isEmpty()
                            ? texts.say("roles.refused.notAllowed.several")
                            : texts.say("roles.refused.notAllowed", name);
            case NICK_TAKEN ->
                    isOwner
                            ? texts.say("roles.refused.lastOwner")
                            : texts.say("roles.refused.conflict");
            case NOT_FOUND, NOT_ACCEPTABLE, UNAVAILABLE -> gone(act, name);
            case BAD_ADDRESS -> texts.say("roles.refused.badAddress", name);
            case LIMIT -> texts.say("roles.refused.limit");
            default -> common(refusal, texts.say("roles.refused.other"));
        };
    }

    private String gone(RoomAct act, String name) {
        if (name.isEmpty()) {
            return act.isOfRole()
                    ? texts.say("roles.refused.gone.several")
                    : texts.say("roles.refused.unknown.several");
        }
        return act.isOfRole()
                ? texts.say("roles.refused.gone", name)
                : texts.say("roles.refused.unknown", name);
    }

    /// Why a list can't be seen.
    private String listRefused(RoomList list, Refusal refusal) {
        return switch (refusal.reason()) {
            case FORBIDDEN, NOT_ALLOWED, PASSWORD_NEEDED ->
                    texts.say("roles.list.refused.forbidden", list(list));
            default -> common(refusal, texts.say("roles.list.refused.other"));
        };
    }

    /// Why messages are not removed.
    private String removalRefused(Refusal refusal) {
        return switch (refusal.reason()) {
            case FORBIDDEN, NOT_ALLOWED, PASSWORD_NEEDED -> texts.say("roles.removal.forbidden");
            case NOT_FOUND -> texts.say("roles.removal.notFound");
            case NOT_SUPPORTED, UNAVAILABLE -> texts.say("roles.removal.notSupported");
            default -> common(refusal, texts.say("roles.refused.other"));
        };
    }

    private String common(Refusal refusal, String other) {
        var failures =
                new RequestFailures(
                        texts.say("roles.refused.offline"),
                        texts.say("roles.refused.timedOut"),
                        other);
        return failures.why(refusal);
    }

    /// Why we could not ask to be allowed to write.
    private String voiceRefused(Refusal refusal) {
        return switch (refusal.reason()) {
            case FORBIDDEN, NOT_ALLOWED -> texts.say("roles.voice.forbidden");
            case LIMIT, UNAVAILABLE -> texts.say("roles.voice.limit");
            case NOT_SUPPORTED -> texts.say("roles.voice.notSupported");
            case OFFLINE -> texts.say("roles.refused.offline");
            case PASSWORD_NEEDED,
                    MEMBERS_ONLY,
                    NICK_TAKEN,
                    NOT_ACCEPTABLE,
                    NOT_FOUND,
                    SERVER_NOT_REACHED,
                    BAD_ADDRESS,
                    UNSAFE,
                    FILE_GONE,
                    TIMED_OUT,
                    OTHER ->
                    texts.say("roles.voice.other");
        };
    }
}
